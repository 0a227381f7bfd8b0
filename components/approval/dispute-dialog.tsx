'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ProblemNotice } from '@/components/contract/problem-notice'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { TextArea } from '@/components/ui/text-input'
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
  const [text, setText] = useState('')
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
    <Dialog
      description={t('disputeHelp')}
      footer={
        <>
          <Button onClick={() => open(null)}>{t('cancel')}</Button>
          <Button
            kind="primary"
            onClick={() => {
              setTried(true)
              if (text.trim().length >= LEAST) run({ id, revision, text: text.trim() })
            }}
            pending={pending}
          >
            {t('act.dispute')}
          </Button>
        </>
      }
      onOpenChange={(is) => !is && !pending && open(null)}
      open={panel === 'dispute'}
      title={t('act.dispute')}
    >
      <div className="grid gap-4">
        <ProblemNotice
          actions={problem?.code === 'conflict' && <Button onClick={reload}>{t('reload')}</Button>}
          problem={problem}
        />
        <Field
          error={tried && text.trim().length < LEAST && t('reasoningShort', { least: LEAST })}
          id="dispute-text"
          label={t('disputeText')}
          required
        >
          {(control) => (
            <TextArea
              {...control}
              maxLength={1000}
              onChange={(event) => setText(event.target.value)}
              value={text}
            />
          )}
        </Field>
      </div>
    </Dialog>
  )
}
