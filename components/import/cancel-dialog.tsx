'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ProblemNotice } from '@/components/contract/problem-notice'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/dialog'
import { type Step, useStep } from '@/components/ui/use-step'

const labels = { before: 'cancel', writing: 'stop', asking: 'stopAsking' } as const
const helps = { before: 'cancelHelp', writing: 'stopHelp', asking: 'stopAskingHelp' } as const

/** Asks once more before an import ends; while it writes or asks, what was done so far stays. */
export function CancelDialog({ id, during, act }: { id: string; during?: 'writing' | 'asking'; act: Step }) {
  const t = useTranslations('imports')
  const [open, setOpen] = useState(false)
  const { run, problem, pending, forget } = useStep(act, () => setOpen(false))
  const label = t(labels[during ?? 'before'])
  return (
    <ConfirmDialog
      confirmLabel={label}
      kind="danger"
      onConfirm={() => run({ id })}
      onOpenChange={(next) => {
        if (pending) return
        setOpen(next)
        forget()
      }}
      open={open}
      pending={pending}
      title={during === 'asking' ? label : t('cancelTitle')}
      trigger={<Button kind="quiet">{label}</Button>}
    >
      <div className="grid gap-3">
        <ProblemNotice problem={problem} />
        <p>{t(helps[during ?? 'before'])}</p>
      </div>
    </ConfirmDialog>
  )
}
