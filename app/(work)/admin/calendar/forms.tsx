'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useVerb } from '@/components/act/use-verb'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { TextArea, TextInput } from '@/components/ui/text-input'
import { type ListedDay, readHolidayList } from '@/lib/domain/time/holiday-list'
import { DayField } from '../day-field'
import { textOf, VerbField, VerbForm } from '../verb-form'
import { put, remove } from './actions'

/** One special day, added or changed. */
export function PutDay({ today }: { today: string }) {
  const t = useTranslations('admin')
  return (
    <VerbForm
      act={async (input) => {
        const result = await put(input)
        if (result.ok || result.problem.code !== 'invalid-input') return result
        const issues = result.problem.issues.map((issue) => ({
          ...issue,
          path: issue.path.replace(/^days\.0\./, ''),
        }))
        return { ...result, problem: { ...result.problem, issues } }
      }}
      done={t('calendarChanged')}
      input={(form) => ({
        days: [
          {
            day: textOf(form, 'day'),
            kind: textOf(form, 'kind'),
            nameZh: textOf(form, 'nameZh'),
            nameEn: textOf(form, 'nameEn'),
          },
        ],
      })}
      submit={t('daySave')}
    >
      <DayField label={t('day')} min={today} name="day" start={today} />
      <VerbField label={t('dayKind')} name="kind">
        {(control) => (
          <Select
            {...control}
            choices={[
              { value: 'off', label: t('off') },
              { value: 'work', label: t('work') },
            ]}
          />
        )}
      </VerbField>
      <VerbField label={t('nameZh')} name="nameZh">
        {(control) => <TextInput {...control} maxLength={40} />}
      </VerbField>
      <VerbField label={t('nameEn')} name="nameEn" required={false}>
        {(control) => <TextInput {...control} lang="en" maxLength={60} />}
      </VerbField>
    </VerbForm>
  )
}

/** A whole notice of the State Council pasted in, looked at before it is taken. */
export function PasteDays() {
  const t = useTranslations('admin')
  const [text, setText] = useState('')
  const read = readHolidayList(text)
  const days: readonly ListedDay[] = 'days' in read ? read.days : []
  return (
    <VerbForm
      act={put}
      done={t('calendarChanged')}
      input={() => ({ days })}
      onDone={() => setText('')}
      submit={t('pasteSubmit', { count: days.length })}
    >
      <VerbField hint={t('pasteHint')} label={t('paste')} name="days">
        {(control) => (
          <TextArea
            {...control}
            onChange={(event) => setText(event.target.value)}
            placeholder={t('pasteExample')}
            rows={6}
            value={text}
          />
        )}
      </VerbField>
      <p className="text-sm text-faint" role="status">
        {'wrongLine' in read
          ? t('pasteWrong', { line: read.wrongLine })
          : t('pasteRead', { count: days.length })}
      </p>
    </VerbForm>
  )
}

export function RemoveDay({ day, name }: { day: string; name: string }) {
  const t = useTranslations('admin')
  const { run, pending } = useVerb(remove, t('calendarChanged'))
  return (
    <Button
      aria-label={t('dayRemove', { day, name })}
      kind="quiet"
      onClick={() => run({ day })}
      pending={pending}
      size="small"
    >
      {t('removeShort')}
    </Button>
  )
}
