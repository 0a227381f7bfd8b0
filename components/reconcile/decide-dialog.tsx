'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { ActDialog } from '@/components/act/act-dialog'
import { useWhy, WhyField } from '@/components/act/why'
import { RadioGroup } from '@/components/ui/checkbox'
import { Fieldset } from '@/components/ui/field'
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
  const why = useWhy(2)
  const [tried, setTried] = useState(false)
  const { run, problem, pending } = useStep(act, ({ count }) => {
    toast(t('saved', { count }))
    onClose(true)
  })
  const send = () => {
    setTried(true)
    if (why.isShort || decision === null || pending) return
    run({ id, findings: places, decision, text: why.written })
  }
  return (
    <ActDialog
      confirm={t('save')}
      onClose={() => onClose(false)}
      onConfirm={send}
      pending={pending}
      problem={problem}
      title={t('decide')}
    >
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
      <WhyField
        id="decision-text"
        label={t('text')}
        most={MOST_TEXT}
        short={tried && why.isShort && t('textMissing')}
        why={why}
      />
    </ActDialog>
  )
}
