'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { ProblemNotice } from '@/components/contract/problem-notice'
import { GroundFields } from '@/components/request/form/ground-fields'
import { LEAST_TEXT } from '@/components/request/form/open-points'
import { Button } from '@/components/ui/button'
import { RadioGroup } from '@/components/ui/checkbox'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Fieldset } from '@/components/ui/field'
import { Panel } from '@/components/ui/panel'
import { type Step, useStep } from '@/components/ui/use-step'
import { askedKinds } from '@/lib/domain/import/asks'
import { kindOf, type RequestKind, requestKinds } from '@/lib/domain/request/kinds'
import { say } from '@/lib/domain/words'
import type { OpenBatch } from './view'

/** Asks, for all registered contracts that the file says otherwise, on one ground. */
export function AskPanel({ batch: { id, differing }, ask }: { batch: OpenBatch; ask: Step }) {
  const t = useTranslations('imports')
  const words = useTranslations('requests.form')
  const locale = useLocale()
  const [kind, setKind] = useState<RequestKind | ''>('')
  const [reason, setReason] = useState('')
  const [text, setText] = useState('')
  const [attempt, setAttempt] = useState(0)
  const { run, problem, pending } = useStep(ask)
  const errors = [
    ...(kind === '' ? [{ fieldId: 'ask-kind', message: words('chooseKind') }] : []),
    ...(kind !== '' && reason === '' ? [{ fieldId: 'ask-reason', message: words('chooseReason') }] : []),
    ...(kind !== '' && text.trim().length < LEAST_TEXT
      ? [{ fieldId: 'ask-text', message: words('textShort', { least: LEAST_TEXT }) }]
      : []),
  ]
  const wrong = (fieldId: string) => attempt > 0 && errors.find((one) => one.fieldId === fieldId)?.message
  return (
    <Panel note={t('askHelp')} title={t('askTitle', { count: differing.registered })}>
      <form
        aria-label={t('askTitle', { count: differing.registered })}
        className="grid gap-5"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setAttempt((count) => count + 1)
          if (errors.length === 0 && !pending) run({ id, kind, reason, text: text.trim() })
        }}
      >
        <ErrorSummary attempt={attempt} errors={attempt > 0 ? errors : []} />
        <ProblemNotice problem={problem} />
        <Fieldset error={wrong('ask-kind')} id="ask-kind" label={words('what')} required>
          <RadioGroup
            choices={askedKinds.map((one) => ({
              value: one,
              label: say(requestKinds[one].words, locale),
              detail: kindOf(one).evidence ? t('askEvidence') : say(requestKinds[one].help, locale),
            }))}
            name="ask-kind"
            onChange={(one) => {
              setKind(one as RequestKind)
              // Each kind has reasons of its own.
              setReason('')
            }}
            value={kind}
          />
        </Fieldset>
        {kind !== '' && (
          <GroundFields
            kind={kind}
            onReason={setReason}
            onText={setText}
            prefix="ask"
            reason={reason}
            text={text}
            wrong={{ reason: wrong('ask-reason'), text: wrong('ask-text') }}
          />
        )}
        <div>
          <Button pending={pending} type="submit">
            {t('askAll', { count: differing.registered })}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
