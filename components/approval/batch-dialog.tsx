'use client'

import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useState, useTransition } from 'react'
import { ProblemNotice } from '@/components/contract/problem-notice'
import { Money } from '@/components/format/money'
import { Count } from '@/components/format/text'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { Skeleton } from '@/components/ui/states'
import { RowHead, Table, Td, Th, TotalRow, Tr } from '@/components/ui/table'
import { type BatchOutcome, type BatchPreview, obstacles, type Sum } from '@/lib/domain/approval/batch'
import { problemWords } from '@/lib/domain/problem-words'
import type { ProblemDetail } from '@/lib/domain/problems'
import type { Result, Unknown } from '@/lib/domain/result'
import { units } from '@/lib/domain/units'
import { say } from '@/lib/domain/words'

export interface BatchActions {
  preview: (input: { ids: string[] }) => Promise<Result<BatchPreview>>
  approve: (input: { chosen: { id: string; revision: number }[] }) => Promise<Result<BatchOutcome[]>>
}

/** The dry run of a batch, then what became of each contract. */
export function BatchDialog({
  ids,
  actions,
  onCancel,
  onClose,
}: {
  ids: string[]
  actions: BatchActions
  onCancel: () => void
  /** Closed after something was done. */
  onClose: () => void
}) {
  const t = useTranslations('approvals')
  const router = useRouter()
  const [preview, setPreview] = useState<BatchPreview | null>(null)
  const [outcomes, setOutcomes] = useState<BatchOutcome[] | null>(null)
  const [problem, setProblem] = useState<ProblemDetail | Unknown | null>(null)
  const [pending, start] = useTransition()

  // biome-ignore lint/correctness/useExhaustiveDependencies: one dry run for the choice as it was when asked.
  useEffect(() => {
    let left = false
    actions.preview({ ids }).then((result) => {
      if (left) return
      if (result.ok) setPreview(result.value)
      else setProblem(result.problem)
    })
    return () => {
      left = true
    }
  }, [])

  const clean = preview?.items.filter((item) => item.obstacles.length === 0) ?? []
  const approve = () =>
    start(async () => {
      const result = await actions.approve({ chosen: clean.map(({ id, revision }) => ({ id, revision })) })
      if (result.ok) setOutcomes(result.value)
      else setProblem(result.problem)
      router.refresh()
    })
  const close = outcomes ? onClose : onCancel
  return (
    <Dialog
      footer={
        outcomes ? (
          <Button kind="primary" onClick={onClose}>
            {t('backToDesk')}
          </Button>
        ) : (
          <>
            <Button onClick={onCancel}>{t('cancel')}</Button>
            <Button disabled={clean.length === 0} kind="primary" onClick={approve} pending={pending}>
              {t('approveCount', { count: clean.length })}
            </Button>
          </>
        )
      }
      onOpenChange={(open) => !open && !pending && close()}
      open
      title={t(outcomes ? 'batchDone' : 'batchTitle')}
      wide
    >
      <div className="grid gap-4">
        <ProblemNotice problem={problem} />
        {outcomes ? <Outcomes outcomes={outcomes} /> : <DryRun preview={preview} />}
      </div>
    </Dialog>
  )
}

function DryRun({ preview }: { preview: BatchPreview | null }) {
  const t = useTranslations('approvals')
  const locale = useLocale()
  if (!preview) return <Skeleton className="h-40 w-full" />
  const left = preview.items.filter((item) => item.obstacles.length > 0)
  return (
    <>
      <p className="text-soft">{t('batchIntro', { year: preview.year })}</p>
      <Table caption={t('batchTotals')} className={inDialog}>
        <thead>
          <tr>
            <Th>{t('unit')}</Th>
            <Th numeric>{t('contracts')}</Th>
            <Th numeric>{t('turnoverWan')}</Th>
            <Th numeric>{t('technologyWan')}</Th>
          </tr>
        </thead>
        <tbody>
          {preview.byUnit.map(({ unit, ...sum }) => (
            <Tr key={unit}>
              <RowHead>{say(unitWords.get(unit) ?? { zh: unit, en: unit }, locale)}</RowHead>
              <SumCells sum={sum} />
            </Tr>
          ))}
        </tbody>
        <tfoot>
          <TotalRow>
            <RowHead>{t('total')}</RowHead>
            <SumCells sum={preview.total} />
          </TotalRow>
        </tfoot>
      </Table>
      {(left.length > 0 || preview.gone.length > 0) && (
        <Notice kind="warning" title={t('leftOut', { count: left.length + preview.gone.length })}>
          <ul className="grid gap-1">
            {left.map(({ id, name, obstacles: found }) => (
              <li key={id}>
                {name}：{found.map((one) => say(obstacles[one], locale)).join('、')}
              </li>
            ))}
            {preview.gone.length > 0 && <li>{t('gone', { count: preview.gone.length })}</li>}
          </ul>
        </Notice>
      )}
    </>
  )
}

/** The head stays with its table: the page's bar, below which heads stick, is not in here. */
const inDialog = '[&_thead_th]:static! [&_thead_th]:bg-transparent'

const unitWords = new Map(units.map(({ code, words }) => [code, words]))

function SumCells({ sum }: { sum: Sum }) {
  const t = useTranslations('approvals')
  return (
    <>
      <Td label={t('contracts')} numeric>
        <Count value={sum.contracts} />
      </Td>
      <Td label={t('turnoverWan')} numeric>
        +<Money fen={sum.turnover} unit="wan" />
      </Td>
      <Td label={t('technologyWan')} numeric>
        +<Money fen={sum.technology} unit="wan" />
      </Td>
    </>
  )
}

function Outcomes({ outcomes }: { outcomes: readonly BatchOutcome[] }) {
  const t = useTranslations('approvals')
  const locale = useLocale()
  const failed = outcomes.filter((one) => !one.ok)
  const words = (one: Extract<BatchOutcome, { ok: false }>) =>
    one.problem
      ? say(problemWords(one.problem), locale)
      : one.obstacles.map((obstacle) => say(obstacles[obstacle], locale)).join('、')
  return (
    <>
      <Notice kind={failed.length === 0 ? 'success' : 'warning'} live>
        {t('batchResult', { done: outcomes.length - failed.length, failed: failed.length })}
      </Notice>
      <Table caption={t('batchDone')} className={inDialog}>
        <thead>
          <tr>
            <Th>{t('contract')}</Th>
            <Th>{t('outcome')}</Th>
          </tr>
        </thead>
        <tbody>
          {[...outcomes]
            .sort((a, b) => Number(a.ok) - Number(b.ok))
            .map((one) => (
              <Tr key={one.id}>
                <RowHead>
                  {one.name}
                  <p className="font-mono text-sm font-normal text-faint">{one.localNumber}</p>
                </RowHead>
                <Td label={t('outcome')}>
                  {one.ok ? (
                    <span className="font-mono">{one.number}</span>
                  ) : (
                    <span className="text-cinnabar">{words(one)}</span>
                  )}
                </Td>
              </Tr>
            ))}
        </tbody>
      </Table>
    </>
  )
}
