'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { ProblemNotice } from '@/components/contract/problem-notice'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Field } from '@/components/ui/field'
import { Panel } from '@/components/ui/panel'
import { Select } from '@/components/ui/select'
import { type Step, useStep } from '@/components/ui/use-step'
import { openQuestions, type Question } from '@/lib/domain/import/questions'
import { targetOf } from '@/lib/domain/import/targets'
import { say, type Words } from '@/lib/domain/words'
import { CancelDialog } from './cancel-dialog'
import { type Chosen, ColumnTable } from './column-table'
import { SheetChoice } from './sheet-choice'
import type { OpenBatch } from './view'

/** How each column is read: as it was understood, to be put right where that is wrong, and asked where nothing says. */
export function MappingForm({
  batch,
  assumed,
  units,
  judge,
  chooseSheet,
  cancel,
}: {
  batch: OpenBatch
  assumed: readonly { target: string; words: Words }[]
  units: readonly { code: string; words: Words }[]
  judge: Step
  chooseSheet: Step
  cancel: Step
}) {
  const t = useTranslations('imports')
  const locale = useLocale()
  const { id, kind, file, mapping, columns } = batch
  const [chosen, setChosen] = useState<Chosen>(
    () => new Map(mapping.columns.map(({ column, target, money }) => [column, { target, money }])),
  )
  const [assume, setAssume] = useState(mapping.assume)
  const [unit, setUnit] = useState(mapping.unit ?? '')
  const [attempt, setAttempt] = useState(0)
  const step = useStep(judge)
  const sheet = useStep(chooseSheet)
  const mapped = useMemo(() => new Set([...chosen.values()].map(({ target }) => target)), [chosen])
  const needsUnit = kind === 'registered' && !mapped.has('record.unit')
  const missing = assumed.filter(({ target }) => !mapped.has(target))
  const errors = mistakes()

  return (
    <form
      className="grid gap-5"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setAttempt((count) => count + 1)
        if (errors.length > 0 || step.pending) return
        step.run({
          id,
          mapping: {
            sheet: mapping.sheet,
            headingRow: mapping.headingRow,
            columns: [...chosen]
              .filter(([, { target }]) => target !== '')
              .map(([column, { target, money }]) => ({ column, target, ...(money && { money }) })),
            assume,
            unit: needsUnit && unit !== '' ? unit : null,
          },
        })
      }}
    >
      <ErrorSummary attempt={attempt} errors={attempt > 0 ? errors : []} />
      <ProblemNotice problem={step.problem ?? sheet.problem} />
      <Panel
        actions={
          <SheetChoice
            choose={(chosenSheet) => sheet.run({ id, sheet: chosenSheet })}
            chosen={mapping.sheet}
            pending={sheet.pending}
            sheets={file.sheets.map((one, at) => ({ at, ...one }))}
          />
        }
        flush
        note={t('understoodHelp', { row: mapping.headingRow })}
        title={t('understood')}
      >
        <ColumnTable chosen={chosen} columns={columns} kind={kind} onChange={setChosen} />
      </Panel>
      {needsUnit && (
        <Panel title={t('unitTitle')}>
          <Field id="unit" label={t('unitHelp')} required>
            {(control) => (
              <Select
                {...control}
                choices={units.map(({ code, words }) => ({ value: code, label: say(words, locale) }))}
                className="max-w-sm"
                onChange={(event) => setUnit(event.target.value)}
                placeholder={t('chooseUnit')}
                value={unit}
              />
            )}
          </Field>
        </Panel>
      )}
      {missing.length > 0 && (
        <Panel note={t('assumedHelp')} title={t('assumedTitle')}>
          <div className="grid gap-3">
            <ul className="grid gap-x-8 gap-y-1 sm:grid-cols-2">
              {missing.map(({ target, words }) => (
                <li key={target}>
                  <span className="text-soft">{say(targetOf(target)?.label ?? words, locale)}</span>{' '}
                  {say(words, locale)}
                </li>
              ))}
            </ul>
            <Checkbox
              checked={assume}
              label={t('assume')}
              onChange={(event) => setAssume(event.target.checked)}
            />
          </div>
        </Panel>
      )}
      <div className="flex flex-wrap gap-2">
        <Button kind="primary" pending={step.pending} type="submit">
          {t('judge')}
        </Button>
        <CancelDialog act={cancel} id={id} />
      </div>
    </form>
  )

  function mistakes() {
    const read = [...chosen]
      .filter(([, { target }]) => target !== '')
      .map(([column, { target, money }]) => ({ column, target, money }))
    return openQuestions(kind, { columns: read, unit: unit === '' ? null : unit }, columns).map(worded)
  }

  function worded(question: Question) {
    switch (question.ask) {
      case 'target': {
        const { target } = question
        return { message: t('mustMap', { label: say(targetOf(target)?.label ?? sameIn(target), locale) }) }
      }
      case 'money':
        return {
          fieldId: `money-${question.column}`,
          message: t('unitMissing', { heading: question.heading }),
        }
      case 'unit':
        return { fieldId: 'unit', message: t('officeMissing') }
    }
  }
}

const sameIn = (text: string): Words => ({ zh: text, en: text })
