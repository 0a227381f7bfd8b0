'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { ActDialog } from '@/components/act/act-dialog'
import { useWhy, WhyField } from '@/components/act/why'
import { TextLink } from '@/components/ui/button'
import { RadioGroup } from '@/components/ui/checkbox'
import { Fieldset } from '@/components/ui/field'
import { toast } from '@/components/ui/toast'
import { type Step, useStep } from '@/components/ui/use-step'
import { type Answer, answerNames, answers } from '@/lib/domain/audit/finding'
import type { ShownFinding } from '@/lib/domain/audit/shown-finding'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'

/** An answer says at least so much. */
export const SHORTEST = 4

/** The office's answer, the same for everything chosen. */
export function AnswerDialog({
  campaign,
  chosen,
  act,
  onClose,
}: {
  campaign: string
  chosen: readonly ShownFinding[]
  act: Step<{ answered: number }>
  onClose: (done: boolean) => void
}) {
  const t = useTranslations('campaigns')
  const locale = useLocale()
  const [answer, setAnswer] = useState<Answer | null>(null)
  const why = useWhy(SHORTEST)
  const [tried, setTried] = useState(false)
  const { run, problem, pending } = useStep(act, ({ answered }) => {
    toast(t('answered', { count: answered }))
    onClose(true)
  })
  const send = () => {
    setTried(true)
    if (answer === null || why.isShort) return
    run({ campaign, findings: chosen.map(({ id }) => id), answer, text: why.written })
  }
  return (
    <ActDialog
      confirm={t('sendAnswer')}
      onClose={() => onClose(false)}
      onConfirm={send}
      pending={pending}
      problem={problem}
      title={t('answerTitle', { count: chosen.length })}
    >
      <Fieldset
        error={tried && answer === null && t('answerMissing')}
        id="answer"
        label={t('result')}
        required
      >
        <RadioGroup
          choices={answerNames.map((name) => ({
            value: name,
            label: say(answers[name].words, locale),
            detail: t(`answerHelp.${name}`),
          }))}
          name="answer"
          onChange={(value) => setAnswer(value as Answer)}
          value={answer ?? ''}
        />
      </Fieldset>
      <WhyField
        hint={t('answerTextHint')}
        id="answer-text"
        label={t('answerText')}
        short={tried && why.isShort && t('textMissing', { least: SHORTEST })}
        why={why}
      />
      {answer && answer !== 'no-error' && <Doors answer={answer} chosen={chosen} />}
    </ActDialog>
  )
}

/** Where the corrections or revocations are asked for, contract by contract. */
function Doors({ answer, chosen }: { answer: Exclude<Answer, 'no-error'>; chosen: readonly ShownFinding[] }) {
  const t = useTranslations('campaigns')
  const locale = useLocale()
  const contracts = new Map(chosen.flatMap(({ contract }) => (contract ? [[contract.id, contract]] : [])))
  const kind = say(answers[answer].words, locale)
  return (
    <div className="border-l-2 border-line pl-4">
      <p className="text-soft">{t('askToo', { kind })}</p>
      <ul className="mt-1 grid gap-1">
        {[...contracts.values()].map(({ id, name, number }) => (
          <li key={id}>
            <TextLink href={routes.newRequest(id, answer)} prefetch={false} target="_blank">
              {name || number}
            </TextLink>
          </li>
        ))}
      </ul>
    </div>
  )
}
