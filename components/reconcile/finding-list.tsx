'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { DifferenceTable } from '@/components/contract/content-diff'
import { DateText } from '@/components/format/text'
import { StatusPill } from '@/components/ui/badge'
import { Button, LinkButton, TextLink } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import type { Step } from '@/components/ui/use-step'
import type { RowTitle } from '@/lib/domain/import/batch'
import type { RowIssue } from '@/lib/domain/import/read-row'
import type { FieldDifference, Outcome } from '@/lib/domain/reconcile/compare'
import { type Decision, decisions } from '@/lib/domain/reconcile/decision'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'
import { DecideDialog } from './decide-dialog'

export interface ShownFinding {
  seq: number
  outcome: Outcome
  row: number | null
  contract: string | null
  number: string | null
  title: RowTitle
  differences: FieldDifference[]
  issues: RowIssue[]
  decided: { decision: Decision; text: string; by: string; at: Date } | null
}

/** Differences one below the other, each with both values and what was decided of it. */
export function FindingList({
  id,
  findings,
  act,
  mayAsk,
}: {
  id: string
  findings: readonly ShownFinding[]
  /** Missing for who only reads. */
  act?: Step<{ count: number }>
  mayAsk: boolean
}) {
  const t = useTranslations('reconcile')
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const [asking, setAsking] = useState<readonly number[] | null>(null)
  const outcome = findings[0]?.outcome ?? 'same'
  const toggle = (seq: number) => {
    const next = new Set(chosen)
    if (!next.delete(seq)) next.add(seq)
    setChosen(next)
  }
  return (
    <>
      <ul>
        {findings.map((one) => (
          <li className="grid gap-3 border-b border-line px-5 py-4 last:border-b-0" key={one.seq}>
            <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
              <div className="flex min-w-0 gap-3">
                {act && (
                  <Checkbox
                    checked={chosen.has(one.seq)}
                    label={
                      <span className="sr-only">{t('choose', { name: one.title.name || nameOf(one) })}</span>
                    }
                    onChange={() => toggle(one.seq)}
                  />
                )}
                <Naming one={one} />
              </div>
              <Decided act={act && (() => setAsking([one.seq]))} id={id} mayAsk={mayAsk} one={one} />
            </div>
            {one.issues.length > 0 && (
              <ul className="text-cinnabar">
                {one.issues.map(({ path, message }) => (
                  <li key={`${path} ${message.zh}`}>
                    <Said words={message} />
                  </li>
                ))}
              </ul>
            )}
            {one.differences.length > 0 && (
              <div className="-mx-1 rounded-md border border-line">
                <DifferenceTable
                  caption={t('differences', { name: one.title.name })}
                  found={one.differences}
                  heads={[t('ours'), t('theirs')]}
                />
              </div>
            )}
          </li>
        ))}
      </ul>
      {act && chosen.size > 0 && (
        <div className="sticky bottom-16 z-20 flex flex-wrap items-center justify-between gap-3 rounded-lg border border-jade/40 bg-raised px-5 py-3 shadow-raised sm:bottom-4">
          <p className="font-medium">{t('chosen', { count: chosen.size })}</p>
          <div className="flex gap-2">
            <Button kind="quiet" onClick={() => setChosen(new Set())}>
              {t('clear')}
            </Button>
            <Button kind="primary" onClick={() => setAsking([...chosen])}>
              {t('decideChosen')}
            </Button>
          </div>
        </div>
      )}
      {act && asking && (
        <DecideDialog
          act={act}
          id={id}
          onClose={(done) => {
            setAsking(null)
            if (done) setChosen(new Set())
          }}
          outcome={outcome}
          places={asking}
        />
      )}
    </>
  )
}

const nameOf = ({ number, row }: ShownFinding): string => number ?? String(row ?? '')

function Naming({ one: { contract, number, title, row } }: { one: ShownFinding }) {
  const t = useTranslations('reconcile')
  const name = title.name || number || '—'
  return (
    <div className="min-w-0">
      <p className="font-medium break-words">
        {contract ? <TextLink href={routes.contract(contract)}>{name}</TextLink> : name}
      </p>
      <p className="text-sm text-soft">{[title.seller, title.buyer].filter(Boolean).join(' → ')}</p>
      <p className="text-sm text-faint">
        {number && <span className="mr-3 font-mono">{number}</span>}
        {row !== null && t('row', { row })}
      </p>
    </div>
  )
}

function Decided({
  one,
  act,
  id,
  mayAsk,
}: {
  one: ShownFinding
  act: (() => void) | undefined
  id: string
  mayAsk: boolean
}) {
  const t = useTranslations('reconcile')
  const locale = useLocale()
  const { decided } = one
  if (one.outcome === 'same') return null
  return (
    <div className="grid justify-items-start gap-2 sm:justify-items-end">
      {decided ? (
        <>
          <StatusPill tone="good">{say(decisions[decided.decision], locale)}</StatusPill>
          <p className="max-w-sm text-sm break-words sm:text-right">
            {decided.text}
            <span className="block text-faint">
              {decided.by} <DateText form="moment" value={decided.at} />
            </span>
          </p>
        </>
      ) : (
        <StatusPill tone="waiting">{t('undecided')}</StatusPill>
      )}
      <div className="flex flex-wrap gap-2">
        {mayAsk && decided?.decision === 'theirs' && one.outcome === 'differs' && one.contract && (
          <LinkButton
            href={routes.newRequest(one.contract, 'correct', { from: `${id}:${one.seq}` })}
            size="small"
          >
            {t('correct')}
          </LinkButton>
        )}
        {act && (
          <Button kind={decided ? 'quiet' : 'secondary'} onClick={act} size="small">
            {t(decided ? 'decideAgain' : 'decide')}
          </Button>
        )}
      </div>
    </div>
  )
}

function Said({ words }: { words: { zh: string; en: string } }) {
  return say(words, useLocale())
}
