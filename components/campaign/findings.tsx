'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { Button } from '@/components/ui/button'
import { KeyHint } from '@/components/ui/key-hint'
import { Panel } from '@/components/ui/panel'
import { EmptyState } from '@/components/ui/states'
import { useRowKeys } from '@/components/ui/use-row-keys'
import type { Step } from '@/components/ui/use-step'
import type { ShownFinding } from '@/lib/domain/audit/shown-finding'
import { AnswerDialog } from './answer-dialog'
import { FindingsTable } from './findings-table'
import { JudgeDialog, type Judgement, judgements } from './judge-dialog'

/** What the reader does with findings: an office answers, the auditor judges; null only reads. */
export type Doing =
  | { as: 'office'; act: Step<{ answered: number }> }
  | { as: 'auditor'; act: Step<{ judged: number }> }
  | null

/** The findings of a page, and the choice of several to deal with together. */
export function Findings({
  campaign,
  findings,
  acrossUnits,
  mayAsk,
  doing,
  pages,
}: {
  campaign: string
  findings: readonly ShownFinding[]
  acrossUnits: boolean
  mayAsk: boolean
  doing: Doing
  /** The way to other pages. */
  pages: ReactNode
}) {
  const t = useTranslations('campaigns')
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set())
  const [asking, setAsking] = useState<'answer' | Judgement | null>(null)
  useRowKeys()

  const open = doing ? findings.filter(({ status }) => status !== 'settled') : []
  // What somebody settled meanwhile falls out of the choice by itself.
  const chosen = open.filter(({ id }) => marked.has(id))
  const ids = new Set(chosen.map(({ id }) => id))
  const toggle = (id: string) => {
    const next = new Set(ids)
    if (!next.delete(id)) next.add(id)
    setMarked(next)
  }
  const close = (done: boolean) => {
    setAsking(null)
    if (done) setMarked(new Set())
  }
  return (
    <>
      <Panel flush>
        {findings.length === 0 ? (
          <EmptyState icon="check" title={t('noFindings')}>
            {t('noFindingsHelp')}
          </EmptyState>
        ) : (
          <FindingsTable
            acrossUnits={acrossUnits}
            choice={
              doing && {
                chosen: ids,
                open: open.map(({ id }) => id),
                onToggle: toggle,
                onToggleAll: () =>
                  setMarked(new Set(chosen.length === open.length ? [] : open.map(({ id }) => id))),
              }
            }
            findings={findings}
            mayAsk={mayAsk}
          />
        )}
        {pages}
        {doing && findings.length > 0 && (
          <p className="hidden items-center gap-2 px-5 pb-3 text-sm text-faint md:flex">
            <KeyHint keys={['J']} />
            <KeyHint keys={['K']} />
            {t('rowKeys')}
          </p>
        )}
      </Panel>
      {doing && chosen.length > 0 && (
        <section
          aria-label={t('withChosen')}
          className="sticky bottom-16 z-20 mt-4 flex flex-wrap items-center justify-between gap-3 rounded-lg border border-jade/40 bg-raised px-5 py-3 shadow-raised sm:bottom-4"
        >
          <p className="font-medium">{t('chosen', { count: chosen.length })}</p>
          <div className="flex flex-wrap gap-2">
            <Button kind="quiet" onClick={() => setMarked(new Set())}>
              {t('clearChoice')}
            </Button>
            {doing.as === 'office' ? (
              <Button kind="primary" onClick={() => setAsking('answer')}>
                {t('answer')}
              </Button>
            ) : (
              judgements.map((judgement) => (
                <Button
                  key={judgement}
                  kind={judgement === 'accept' ? 'primary' : 'secondary'}
                  onClick={() => setAsking(judgement)}
                >
                  {t(`judge.${judgement}`)}
                </Button>
              ))
            )}
          </div>
        </section>
      )}
      {doing?.as === 'office' && asking === 'answer' && (
        <AnswerDialog act={doing.act} campaign={campaign} chosen={chosen} onClose={close} />
      )}
      {doing?.as === 'auditor' && asking !== null && asking !== 'answer' && (
        <JudgeDialog act={doing.act} campaign={campaign} chosen={chosen} judgement={asking} onClose={close} />
      )}
    </>
  )
}
