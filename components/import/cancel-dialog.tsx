'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ProblemNotice } from '@/components/contract/problem-notice'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/dialog'
import { type Step, useStep } from '@/components/ui/use-step'

/** Asks once more before an import ends; `writing`: what was written stays. */
export function CancelDialog({ id, writing = false, act }: { id: string; writing?: boolean; act: Step }) {
  const t = useTranslations('imports')
  const [open, setOpen] = useState(false)
  const { run, problem, pending, forget } = useStep(act, () => setOpen(false))
  return (
    <ConfirmDialog
      confirmLabel={t(writing ? 'stop' : 'cancel')}
      kind="danger"
      onConfirm={() => run({ id })}
      onOpenChange={(next) => {
        if (pending) return
        setOpen(next)
        forget()
      }}
      open={open}
      pending={pending}
      title={t('cancelTitle')}
      trigger={<Button kind="quiet">{t(writing ? 'stop' : 'cancel')}</Button>}
    >
      <div className="grid gap-3">
        <ProblemNotice problem={problem} />
        <p>{t(writing ? 'stopHelp' : 'cancelHelp')}</p>
      </div>
    </ConfirmDialog>
  )
}
