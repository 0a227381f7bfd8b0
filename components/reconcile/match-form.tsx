'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ProblemNotice } from '@/components/contract/problem-notice'
import { type Chosen, ColumnTable } from '@/components/import/column-table'
import { type FileSheet, SheetChoice } from '@/components/import/sheet-choice'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Panel } from '@/components/ui/panel'
import { type Step, useStep } from '@/components/ui/use-step'
import type { Mapping } from '@/lib/domain/import/mapping'
import { targetOf } from '@/lib/domain/import/targets'
import type { SeenColumn } from '@/lib/domain/import/understand'
import { hasKey } from '@/lib/domain/reconcile/plain'

/** How each column of the national system's file is read. */
export function MatchForm({
  id,
  columns,
  mapping,
  sheets,
  act,
  chooseSheet,
}: {
  id: string
  columns: readonly SeenColumn[]
  mapping: Mapping
  sheets: readonly FileSheet[]
  act: Step
  chooseSheet: Step
}) {
  const t = useTranslations('reconcile')
  const [chosen, setChosen] = useState<Chosen>(
    () => new Map(mapping.columns.map(({ column, target, money }) => [column, { target, money }])),
  )
  const [attempt, setAttempt] = useState(0)
  const step = useStep(act)
  const sheet = useStep(chooseSheet)
  const mapped = [...chosen]
    .filter(([, { target }]) => target !== '')
    .map(([column, { target, money }]) => ({ column, target, ...(money && { money }) }))
  const errors = [
    ...(hasKey({ columns: mapped }) ? [] : [{ message: t('keyMissing') }]),
    ...columns
      .filter(({ column }) => {
        const one = chosen.get(column)
        return one && targetOf(one.target)?.spec.kind === 'money' && !one.money
      })
      .map(({ heading, column }) => ({
        fieldId: `money-${column}`,
        message: t('unitMissing', { heading }),
      })),
  ]
  return (
    <form
      className="grid gap-5"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setAttempt((count) => count + 1)
        if (errors.length === 0 && !step.pending) step.run({ id, mapping: { ...mapping, columns: mapped } })
      }}
    >
      <ErrorSummary attempt={attempt} errors={attempt > 0 ? errors : []} />
      <ProblemNotice problem={step.problem ?? sheet.problem} />
      <Panel
        actions={
          <SheetChoice
            choose={(at) => sheet.run({ id, sheet: at })}
            chosen={mapping.sheet}
            pending={sheet.pending}
            sheets={sheets}
          />
        }
        flush
        note={t('matchHelp', { row: mapping.headingRow })}
        title={t('matchTitle')}
      >
        <ColumnTable chosen={chosen} columns={columns} kind="registered" onChange={setChosen} />
      </Panel>
      <div>
        <Button kind="primary" pending={step.pending} type="submit">
          {t('compare')}
        </Button>
      </div>
    </form>
  )
}
