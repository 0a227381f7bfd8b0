'use client'

import { ProblemNotice } from '@/components/contract/problem-notice'
import { Button, type ButtonKind } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import { type Step, useStep } from '@/components/ui/use-step'

/** One act on an edition; what stands in its way is said under the button. */
export function ActButton({
  act,
  input,
  label,
  name,
  done,
  kind = 'secondary',
  size = 'regular',
}: {
  act: Step
  input: unknown
  label: string
  /** What it is called where several have the same label. */
  name?: string
  done: string
  kind?: ButtonKind
  size?: 'regular' | 'small'
}) {
  const { run, problem, pending } = useStep(act, () => toast(done))
  return (
    <span className="inline-grid gap-2">
      <Button aria-label={name} kind={kind} onClick={() => run(input)} pending={pending} size={size}>
        {label}
      </Button>
      <ProblemNotice problem={problem} />
    </span>
  )
}
