'use client'

import { useTranslations } from 'next-intl'
import { useVerb } from '@/components/act/use-verb'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { DayField } from '../../day-field'
import { textOf, VerbField, VerbForm } from '../../verb-form'
import { change, close, takeBack } from '../actions'

interface Standing {
  nameZh: string
  nameEn: string
  area: 'south' | 'north'
  ranked: boolean
}

/** Another name, area or rank from a day on. */
export function ChangeUnit({ code, now, today }: { code: string; now: Standing; today: string }) {
  const t = useTranslations('admin')
  return (
    <VerbForm
      act={change}
      done={t('unitChanged')}
      input={(form) => ({
        code,
        from: textOf(form, 'from'),
        nameZh: textOf(form, 'nameZh'),
        nameEn: textOf(form, 'nameEn'),
        area: textOf(form, 'area'),
        ranked: form.has('ranked'),
      })}
      submit={t('unitSave')}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <VerbField label={t('nameZh')} name="nameZh">
          {(control) => <TextInput {...control} defaultValue={now.nameZh} maxLength={60} />}
        </VerbField>
        <VerbField label={t('nameEn')} name="nameEn">
          {(control) => <TextInput {...control} defaultValue={now.nameEn} lang="en" maxLength={60} />}
        </VerbField>
        <VerbField hint={t('areaHint')} label={t('area')} name="area">
          {(control) => (
            <Select
              {...control}
              choices={[
                { value: 'north', label: t('north') },
                { value: 'south', label: t('south') },
              ]}
              defaultValue={now.area}
            />
          )}
        </VerbField>
        <DayField hint={t('unitFromHint')} label={t('from')} name="from" start={today} />
      </div>
      <Checkbox defaultChecked={now.ranked} detail={t('rankedHint')} label={t('rankedLabel')} name="ranked" />
    </VerbForm>
  )
}

/** The end of a unit, with or without one that carries its work on. */
export function CloseUnit({
  code,
  others,
  today,
}: {
  code: string
  others: readonly { value: string; label: string }[]
  today: string
}) {
  const t = useTranslations('admin')
  return (
    <VerbForm
      act={close}
      done={t('unitClosed')}
      input={(form) => ({ code, from: textOf(form, 'from'), into: textOf(form, 'into') || null })}
      kind="danger"
      submit={t('unitCloseSubmit')}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <VerbField hint={t('intoHint')} label={t('into')} name="into" required={false}>
          {(control) => <Select {...control} choices={others} placeholder={t('intoNone')} />}
        </VerbField>
        <DayField hint={t('closeFromHint')} label={t('from')} min={today} name="from" start={today} />
      </div>
    </VerbForm>
  )
}

export function TakeBackUnitChange({ code, from }: { code: string; from: string }) {
  const t = useTranslations('admin')
  const { run, pending } = useVerb(takeBack, t('takenBack'))
  return (
    <Button kind="quiet" onClick={() => run({ code, from })} pending={pending} size="small">
      {t('takeBack')}
    </Button>
  )
}
