'use client'

import { type Act, useCampaignAct } from '@/components/campaign/use-campaign-act'
import { ProblemNotice } from '@/components/contract/problem-notice'
import { Button, type ButtonKind } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'

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
  act: Act<unknown>
  input: unknown
  label: string
  /** What it is called where several have the same label. */
  name?: string
  done: string
  kind?: ButtonKind
  size?: 'regular' | 'small'
}) {
  const { run, problem, pending } = useCampaignAct(act, () => toast(done))
  return (
    <span className="inline-grid gap-2">
      <Button aria-label={name} kind={kind} onClick={() => run(input)} pending={pending} size={size}>
        {label}
      </Button>
      <ProblemNotice problem={problem} />
    </span>
  )
}
