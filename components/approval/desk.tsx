'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button, LinkButton } from '@/components/ui/button'
import { KeyHint } from '@/components/ui/key-hint'
import { Panel } from '@/components/ui/panel'
import { EmptyState } from '@/components/ui/states'
import { useRowKeys } from '@/components/ui/use-row-keys'
import { type DeskFilter, type DeskRow, deskQuery, MOST_AT_ONCE } from '@/lib/domain/approval/desk'
import { routes } from '@/lib/routes'
import { type BatchActions, BatchDialog } from './batch-dialog'
import { DeskTable } from './desk-table'

/** The desk's rows, and the choice of clean ones to approve together. */
export function Desk({
  rows,
  of,
  filter,
  actions,
}: {
  rows: readonly DeskRow[]
  /** How many wait in this view. */
  of: number
  filter: DeskFilter
  /** Missing for who only reads. */
  actions?: BatchActions
}) {
  const t = useTranslations('approvals')
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set())
  const [asking, setAsking] = useState(false)
  useRowKeys()

  const clean = rows.filter((row) => row.clean).map(({ id }) => id)
  // A row that somebody opened or decided meanwhile falls out of the choice by itself.
  const chosen = new Set(clean.filter((id) => marked.has(id)))
  const toggle = (id: string) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    setMarked(next)
  }
  const all = clean.slice(0, MOST_AT_ONCE)
  const toggleAll = () => setMarked(new Set(chosen.size === all.length ? [] : all))

  if (rows.length === 0) {
    const narrowed = filter.view !== 'all' || filter.unit || filter.type
    return (
      <Panel>
        <EmptyState
          action={narrowed && <LinkButton href={routes.approvals()}>{t('showAll')}</LinkButton>}
          icon="check"
          title={t(narrowed ? 'emptyNarrowed' : 'empty')}
        >
          {t(narrowed ? 'emptyNarrowedHelp' : 'emptyHelp')}
        </EmptyState>
      </Panel>
    )
  }
  const query = deskQuery(filter)
  return (
    <>
      <Panel flush>
        <DeskTable
          choice={actions && { chosen, onToggle: toggle, onToggleAll: toggleAll }}
          query={query}
          rows={rows}
        />
        <div className="flex flex-wrap items-center justify-between gap-3 px-5 py-3 text-sm text-soft">
          <p>{t('shown', { shown: rows.length, of })}</p>
          {rows.length < of && rows.length < 500 && (
            <LinkButton
              href={routes.approvals({ ...query, show: Math.min(rows.length + 100, 500) })}
              scroll={false}
              size="small"
            >
              {t('showMore')}
            </LinkButton>
          )}
          <p className="hidden items-center gap-2 text-faint md:flex">
            <KeyHint keys={['J']} />
            <KeyHint keys={['K']} />
            {t('rowKeys')}
          </p>
        </div>
      </Panel>
      {actions && chosen.size > 0 && (
        <div className="sticky bottom-16 z-20 mt-4 flex flex-wrap items-center justify-between gap-3 rounded-lg border border-jade/40 bg-raised px-5 py-3 shadow-raised sm:bottom-4">
          <p className="font-medium">{t('chosen', { count: chosen.size })}</p>
          <div className="flex gap-2">
            <Button kind="quiet" onClick={() => setMarked(new Set())}>
              {t('clearChoice')}
            </Button>
            <Button kind="primary" onClick={() => setAsking(true)}>
              {t('dryRun')}
            </Button>
          </div>
        </div>
      )}
      {actions && asking && (
        <BatchDialog
          actions={actions}
          ids={[...chosen]}
          onClose={() => {
            setAsking(false)
            setMarked(new Set())
          }}
          onCancel={() => setAsking(false)}
        />
      )}
    </>
  )
}
