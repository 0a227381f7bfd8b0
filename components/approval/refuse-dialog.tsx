'use client'

import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { useWhy, WhyField } from '@/components/act/why'
import { ProblemNotice } from '@/components/contract/problem-notice'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { Select } from '@/components/ui/select'
import { codeList } from '@/lib/domain/contract/code-lists'
import type { Result } from '@/lib/domain/result'
import { say } from '@/lib/domain/words'
import { useDecision } from './decision-context'
import { useAct } from './use-act'

const LEAST = 10

/** 不予登记: a coded ground and the reasoning, as the party will read it; then the number of the decision. */
export function RefuseDialog({
  id,
  revision,
  name,
  act,
  onward,
}: {
  id: string
  revision: number
  name: string
  act: (input: Record<string, unknown>) => Promise<Result<{ decision: string }>>
  onward: string
}) {
  const t = useTranslations('approvals')
  const locale = useLocale()
  const router = useRouter()
  const { panel, open } = useDecision()
  const [reason, setReason] = useState('')
  const why = useWhy(LEAST)
  const [tried, setTried] = useState(false)
  const [decision, setDecision] = useState<string | null>(null)
  const { run, problem, pending, reload } = useAct<{ decision: string }>({
    act,
    onward,
    done: (value) => {
      setDecision(value.decision)
      return true
    },
  })
  const refuse = () => {
    setTried(true)
    if (reason && !why.isShort) run({ id, revision, reason, text: why.written })
  }
  const goOn = () => {
    open(null)
    router.push(onward)
  }
  return (
    <Dialog
      footer={
        decision ? (
          <Button kind="primary" onClick={goOn}>
            {t('goOn')}
          </Button>
        ) : (
          <>
            <Button onClick={() => open(null)}>{t('cancel')}</Button>
            <Button kind="danger" onClick={refuse} pending={pending}>
              {t('act.refuse')}
            </Button>
          </>
        )
      }
      onOpenChange={(is) => {
        if (is || pending) return
        if (decision) goOn()
        else open(null)
      }}
      open={panel === 'refuse'}
      title={t(decision ? 'refusedTitle' : 'refuseTitle')}
    >
      {decision ? (
        <Notice kind="success" live title={decision}>
          {t('refusedHelp')}
        </Notice>
      ) : (
        <div className="grid gap-4">
          <ProblemNotice
            actions={problem?.code === 'conflict' && <Button onClick={reload}>{t('reload')}</Button>}
            problem={problem}
          />
          <p className="font-medium">{name}</p>
          <Field error={tried && !reason && t('chooseGround')} id="refusal" label={t('ground')} required>
            {(control) => (
              <Select
                {...control}
                choices={codeList('refusalReason').map(({ code, words }) => ({
                  value: code,
                  label: `${code} ${say(words, locale)}`,
                }))}
                onChange={(event) => setReason(event.target.value)}
                placeholder={t('chooseGround')}
                value={reason}
              />
            )}
          </Field>
          <WhyField
            hint={t('reasoningHint')}
            id="reasoning"
            label={t('reasoning')}
            rows={5}
            short={tried && why.isShort && t('reasoningShort', { least: LEAST })}
            why={why}
          />
        </div>
      )}
    </Dialog>
  )
}
