'use client'

import { type ReactElement, type ReactNode, useState } from 'react'
import { ProblemNotice } from '@/components/contract/problem-notice'
import { ConfirmDialog } from '@/components/ui/dialog'
import { type Step, useStep } from '@/components/ui/use-step'

/** Asks once more before a step that is hard to undo; a refusal is said in its place, and while it runs nothing closes it. */
export function ConfirmAct({
  act,
  input,
  confirm,
  title,
  trigger,
  done,
  children,
}: {
  act: Step
  input: unknown
  confirm: string
  title: string
  trigger: ReactElement
  /** Says that it is done. */
  done?: () => void
  children: ReactNode
}) {
  const [open, setOpen] = useState(false)
  const { run, problem, pending, forget } = useStep(act, () => {
    done?.()
    setOpen(false)
  })
  return (
    <ConfirmDialog
      confirmLabel={confirm}
      kind="danger"
      onConfirm={() => run(input)}
      onOpenChange={(next) => {
        if (pending) return
        setOpen(next)
        forget()
      }}
      open={open}
      pending={pending}
      title={title}
      trigger={trigger}
    >
      <div className="grid gap-3">
        <ProblemNotice problem={problem} />
        {children}
      </div>
    </ConfirmDialog>
  )
}
