'use client'

import { useTranslations } from 'next-intl'
import { ConfirmAct } from '@/components/act/confirm-act'
import { Button } from '@/components/ui/button'
import type { Step } from '@/components/ui/use-step'
import type { OpenBatch } from './view'

/** Takes a whole import back, saying first what goes with it. */
export function UndoDialog({ batch, act }: { batch: OpenBatch; act: Step }) {
  const t = useTranslations('imports')
  const { id, kind, counts, since } = batch
  if (counts.written === 0) return null
  if (since.decided > 0)
    return <p className="text-sm text-faint">{t('cannotUndo', { count: since.decided })}</p>
  const [number] = since.printed
  if (number)
    return <p className="text-sm text-faint">{t('printedUndo', { count: since.printed.length, number })}</p>
  return (
    <ConfirmAct
      act={act}
      confirm={t('undo')}
      input={{ id }}
      title={t('undoTitle')}
      trigger={<Button>{t('undo')}</Button>}
    >
      <p>{t(kind === 'draft' ? 'undoHelpDraft' : 'undoHelpRegistered', { count: counts.written })}</p>
      {since.edited > 0 && <p>{t('undoEdited', { count: since.edited })}</p>}
      {counts.applied > 0 && <p>{t('undoKept')}</p>}
    </ConfirmAct>
  )
}
