'use client'

import { useTranslations } from 'next-intl'
import { useVerb } from '@/components/act/use-verb'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { DayField } from '../day-field'
import { textOf, VerbField, VerbForm } from '../verb-form'
import { list, takeBack, unlist } from './actions'

interface Choice {
  value: string
  label: string
}

/** An institution that joins the list from a day on. */
export function ListInstitution({ units, today }: { units: readonly Choice[]; today: string }) {
  const t = useTranslations('admin')
  return (
    <VerbForm
      act={list}
      clears
      done={t('institutionListed')}
      input={(form) => ({
        nameZh: textOf(form, 'nameZh'),
        nameEn: textOf(form, 'nameEn'),
        kind: textOf(form, 'kind'),
        unit: textOf(form, 'unit'),
        since: textOf(form, 'since'),
      })}
      submit={t('institutionList')}
    >
      <VerbField hint={t('institutionNameHint')} label={t('nameZh')} name="nameZh">
        {(control) => <TextInput {...control} autoComplete="off" maxLength={60} />}
      </VerbField>
      <VerbField label={t('nameEn')} name="nameEn">
        {(control) => <TextInput {...control} autoComplete="off" lang="en" maxLength={60} />}
      </VerbField>
      <VerbField label={t('institutionKind')} name="kind">
        {(control) => (
          <Select
            {...control}
            choices={[
              { value: 'institute', label: t('institute') },
              { value: 'university', label: t('university') },
            ]}
            defaultValue="institute"
          />
        )}
      </VerbField>
      <VerbField label={t('institutionUnit')} name="unit">
        {(control) => <Select {...control} choices={units} defaultValue={units[0]?.value} />}
      </VerbField>
      <DayField hint={t('institutionDayHint')} label={t('listedSince')} name="since" start={today} />
    </VerbForm>
  )
}

/** The day from which one is no longer on the list. */
export function UnlistInstitution({
  institutions,
  today,
}: {
  institutions: readonly Choice[]
  today: string
}) {
  const t = useTranslations('admin')
  return (
    <VerbForm
      act={unlist}
      done={t('institutionUnlisted')}
      input={(form) => ({ code: textOf(form, 'code'), until: textOf(form, 'until') })}
      kind="danger"
      submit={t('institutionUnlist')}
    >
      <VerbField label={t('institutionName')} name="code">
        {(control) => <Select {...control} choices={institutions} placeholder={t('institutionChoose')} />}
      </VerbField>
      <DayField hint={t('institutionDayHint')} label={t('listedUntil')} name="until" start={today} />
    </VerbForm>
  )
}

export function TakeBackInstitution({ code }: { code: string }) {
  const t = useTranslations('admin')
  const { run, pending } = useVerb(takeBack, t('takenBack'))
  return (
    <Button kind="quiet" onClick={() => run({ code })} pending={pending} size="small">
      {t('takeBack')}
    </Button>
  )
}
