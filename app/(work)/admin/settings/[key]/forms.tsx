'use client'

import { useTranslations } from 'next-intl'
import { useVerb } from '@/components/act/use-verb'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { DayField } from '../../day-field'
import { textOf, VerbField, VerbForm } from '../../verb-form'
import { change, takeBack } from '../actions'

interface Props {
  settingKey: string
  value: string | number
  choices: readonly string[] | null
  /** Least and most, put into words. */
  bounds?: string
  today: string
}

/** A new value from today or a later day on. */
export function ChangeSetting({ settingKey, value, choices, bounds, today }: Props) {
  const t = useTranslations('admin')
  return (
    <VerbForm
      act={change}
      done={t('settingChanged')}
      input={(form) => {
        const text = textOf(form, 'value').trim()
        const number = text === '' ? Number.NaN : Number(text.replace(/[,，\s]/g, ''))
        return {
          key: settingKey,
          from: textOf(form, 'from'),
          value: choices || Number.isNaN(number) ? text : number,
        }
      }}
      submit={t('settingSave')}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <VerbField hint={bounds} label={t('newValue')} name="value">
          {(control) =>
            choices ? (
              <Select
                {...control}
                choices={choices.map((one) => ({ value: one, label: one }))}
                defaultValue={String(value)}
              />
            ) : (
              <TextInput {...control} defaultValue={value} inputMode="numeric" numeric />
            )
          }
        </VerbField>
        <DayField hint={t('settingFromHint')} label={t('from')} min={today} name="from" start={today} />
      </div>
    </VerbForm>
  )
}

export function TakeBackSetting({ settingKey, from }: { settingKey: string; from: string }) {
  const t = useTranslations('admin')
  const { run, pending } = useVerb(takeBack, t('takenBack'))
  return (
    <Button kind="quiet" onClick={() => run({ key: settingKey, from })} pending={pending} size="small">
      {t('takeBack')}
    </Button>
  )
}
