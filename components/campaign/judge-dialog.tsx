'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { ActDialog } from '@/components/act/act-dialog'
import { useWhy, WhyField } from '@/components/act/why'
import { RadioGroup } from '@/components/ui/checkbox'
import { Fieldset } from '@/components/ui/field'
import { toast } from '@/components/ui/toast'
import { type Step, useStep } from '@/components/ui/use-step'
import { type Answer, answerNames, answers } from '@/lib/domain/audit/finding'
import type { ShownFinding } from '@/lib/domain/audit/shown-finding'
import { say } from '@/lib/domain/words'
import { SHORTEST } from './answer-dialog'

export const judgements = ['accept', 'send-back', 'decide'] as const
export type Judgement = (typeof judgements)[number]

/** The auditor takes the answers as they are, sends them back, or decides without them. */
export function JudgeDialog({
  campaign,
  chosen,
  judgement,
  act,
  onClose,
}: {
  campaign: string
  chosen: readonly ShownFinding[]
  judgement: Judgement
  act: Step<{ judged: number }>
  onClose: (done: boolean) => void
}) {
  const t = useTranslations('campaigns')
  const locale = useLocale()
  const [outcome, setOutcome] = useState<Answer | null>(null)
  const [tried, setTried] = useState(false)
  const { run, problem, pending } = useStep(act, ({ judged }) => {
    toast(t(`judged.${judgement}`, { count: judged }))
    onClose(true)
  })
  const needsOutcome = judgement === 'decide'
  const needsText = judgement !== 'accept'
  const why = useWhy(needsText ? SHORTEST : 0)
  const send = () => {
    setTried(true)
    if (why.isShort || (needsOutcome && outcome === null)) return
    run({
      campaign,
      findings: chosen.map(({ id }) => id),
      act: judgement,
      text: why.written,
      ...(outcome && needsOutcome && { outcome }),
    })
  }
  return (
    <ActDialog
      confirm={t(`judge.${judgement}`)}
      onClose={() => onClose(false)}
      onConfirm={send}
      pending={pending}
      problem={problem}
      title={t(`judgeTitle.${judgement}`, { count: chosen.length })}
    >
      <p className="text-soft">{t(`judgeHelp.${judgement}`)}</p>
      {needsOutcome && (
        <Fieldset
          error={tried && outcome === null && t('outcomeMissing')}
          id="outcome"
          label={t('outcome')}
          required
        >
          <RadioGroup
            choices={answerNames.map((name) => ({ value: name, label: say(answers[name].words, locale) }))}
            inline
            name="outcome"
            onChange={(value) => setOutcome(value as Answer)}
            value={outcome ?? ''}
          />
        </Fieldset>
      )}
      <WhyField
        id="judge-text"
        label={t(`judgeText.${judgement}`)}
        required={needsText}
        short={tried && why.isShort && t('textMissing', { least: SHORTEST })}
        why={why}
      />
    </ActDialog>
  )
}
