'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ActDialog } from '@/components/act/act-dialog'
import { useWhy, WhyField } from '@/components/act/why'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import type { Result } from '@/lib/domain/result'
import { useDecision } from './decision-context'
import { useAct } from './use-act'

const LEAST = 4

/** Marks the contract as disputed: experts are heard, the longer period applies, it stays at the desk. */
export function DisputeDialog({
  id,
  revision,
  act,
}: {
  id: string
  revision: number
  act: (input: Record<string, unknown>) => Promise<Result<{ dueOn: string }>>
}) {
  const t = useTranslations('approvals')
  const router = useRouter()
  const { panel, open } = useDecision()
  const why = useWhy(LEAST)
  const [tried, setTried] = useState(false)
  const { run, problem, pending, reload } = useAct<{ dueOn: string }>({
    // The checklist belongs to a decision, and this is none.
    act: ({ checked: _, ...input }) => act(input),
    onward: '',
    done: ({ dueOn }) => {
      toast(t('disputed', { dueOn }))
      open(null)
      router.refresh()
      return true
    },
  })
  return (
    <ActDialog
      confirm={t('act.dispute')}
      description={t('disputeHelp')}
      onClose={() => open(null)}
      onConfirm={() => {
        setTried(true)
        if (!why.isShort) run({ id, revision, text: why.written })
      }}
      open={panel === 'dispute'}
      pending={pending}
      problem={problem}
      problemActions={problem?.code === 'conflict' && <Button onClick={reload}>{t('reload')}</Button>}
      title={t('act.dispute')}
    >
      <WhyField
        id="dispute-text"
        label={t('disputeText')}
        most={1000}
        short={tried && why.isShort && t('reasoningShort', { least: LEAST })}
        why={why}
      />
    </ActDialog>
  )
}
