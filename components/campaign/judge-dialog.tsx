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
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const { run, problem, pending } = useStep(act, ({ judged }) => {
    toast(t(`judged.${judgement}`, { count: judged }))
    onClose(true)
  })
  const needsOutcome = judgement === 'decide'
  const needsText = judgement !== 'accept'
  const isShort = needsText && text.trim().length < SHORTEST
  const send = () => {
    setTried(true)
    if (isShort || (needsOutcome && outcome === null)) return
    run({
      campaign,
      findings: chosen.map(({ id }) => id),
      act: judgement,
      text: text.trim(),
      ...(outcome && needsOutcome && { outcome }),
    })
  }
  return (
    <Dialog
      footer={
        <>
          <Button onClick={() => onClose(false)}>{t('cancel')}</Button>
          <Button kind="primary" onClick={send} pending={pending}>
            {t(`judge.${judgement}`)}
          </Button>
        </>
      }
      onOpenChange={(open) => !open && !pending && onClose(false)}
      open
      title={t(`judgeTitle.${judgement}`, { count: chosen.length })}
    >
      <div className="grid gap-4">
        <ProblemNotice problem={problem} />
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
        <Field
          error={tried && isShort && t('textMissing', { least: SHORTEST })}
          id="judge-text"
          label={t(`judgeText.${judgement}`)}
          required={needsText}
        >
          {(control) => (
            <TextArea
              {...control}
              maxLength={2000}
              onChange={(event) => setText(event.target.value)}
              value={text}
            />
          )}
        </Field>
      </div>
    </Dialog>
  )
}
