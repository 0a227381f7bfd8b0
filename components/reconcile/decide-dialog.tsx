'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { ProblemNotice } from '@/components/contract/problem-notice'
import { Button } from '@/components/ui/button'
import { RadioGroup } from '@/components/ui/checkbox'
import { Dialog } from '@/components/ui/dialog'
import { Field, Fieldset } from '@/components/ui/field'
import { TextArea } from '@/components/ui/text-input'
import { toast } from '@/components/ui/toast'
import { type Step, useStep } from '@/components/ui/use-step'
import type { Outcome } from '@/lib/domain/reconcile/compare'
import {
  type Decision,
  decisionNames,
  decisions,
  MOST_TEXT,
  mayDecide,
} from '@/lib/domain/reconcile/decision'
import { say } from '@/lib/domain/words'

/** Says which side is right of some differences, and why. */
export function DecideDialog({
  id,
  places,
  outcome,
  act,
  onClose,
}: {
  id: string
  places: readonly number[]
  outcome: Outcome
  act: Step<{ count: number }>
  onClose: (done: boolean) => void
}) {
  const t = useTranslations('reconcile')
  const locale = useLocale()
  const offered = decisionNames.filter((name) => mayDecide(outcome, name))
  const [decision, setDecision] = useState<Decision | null>(
    offered.length === 1 ? (offered[0] ?? null) : null,
  )
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const { run, problem, pending } = useStep(act, ({ count }) => {
    toast(t('saved', { count }))
    onClose(true)
  })
  const isShort = text.trim().length < 2
  const send = () => {
    setTried(true)
    if (isShort || decision === null || pending) return
    run({ id, findings: places, decision, text: text.trim() })
  }
  return (
    <Dialog
      footer={
        <>
          <Button onClick={() => onClose(false)}>{t('cancel')}</Button>
          <Button kind="primary" onClick={send} pending={pending}>
            {t('save')}
          </Button>
        </>
      }
      onOpenChange={(open) => !open && !pending && onClose(false)}
      open
      title={t('decide')}
    >
      <div className="grid gap-4">
        <ProblemNotice problem={problem} />
        <Fieldset
          error={tried && decision === null && t('decisionMissing')}
          id="decision"
          label={t('decision')}
          required
        >
          <RadioGroup
            choices={offered.map((name) => ({ value: name, label: say(decisions[name], locale) }))}
            name="decision"
            onChange={(value) => setDecision(value as Decision)}
            value={decision ?? ''}
          />
        </Fieldset>
        <Field error={tried && isShort && t('textMissing')} id="decision-text" label={t('text')} required>
          {(control) => (
            <TextArea
              {...control}
              maxLength={MOST_TEXT}
              onChange={(event) => setText(event.target.value)}
              value={text}
            />
          )}
        </Field>
      </div>
    </Dialog>
  )
}
