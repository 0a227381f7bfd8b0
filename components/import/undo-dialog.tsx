'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ProblemNotice } from '@/components/contract/problem-notice'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/dialog'
import { type Step, useStep } from '@/components/ui/use-step'
import type { OpenBatch } from './view'

/** Takes a whole import back, saying first what goes with it. */
export function UndoDialog({ batch, act }: { batch: OpenBatch; act: Step }) {
  const t = useTranslations('imports')
  const [open, setOpen] = useState(false)
  const { run, problem, pending, forget } = useStep(act, () => setOpen(false))
  const { id, kind, counts, since } = batch
  if (counts.written === 0) return null
  if (since.decided > 0)
    return <p className="text-sm text-faint">{t('cannotUndo', { count: since.decided })}</p>
  const [number] = since.printed
  if (number)
    return <p className="text-sm text-faint">{t('printedUndo', { count: since.printed.length, number })}</p>
  return (
    <ConfirmDialog
      confirmLabel={t('undo')}
      kind="danger"
      onConfirm={() => run({ id })}
      onOpenChange={(next) => {
        if (pending) return
        setOpen(next)
        forget()
      }}
      open={open}
      pending={pending}
      title={t('undoTitle')}
      trigger={<Button>{t('undo')}</Button>}
    >
      <div className="grid gap-3">
        <ProblemNotice problem={problem} />
        <p>{t(kind === 'draft' ? 'undoHelpDraft' : 'undoHelpRegistered', { count: counts.written })}</p>
        {since.edited > 0 && <p>{t('undoEdited', { count: since.edited })}</p>}
        {counts.applied > 0 && <p>{t('undoKept')}</p>}
      </div>
    </ConfirmDialog>
  )
}
