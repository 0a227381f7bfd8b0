'use client'

import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { ErrorSummary, type SummaryError } from '@/components/ui/error-summary'
import { Panel } from '@/components/ui/panel'
import {
  type PlanChoices,
  type PlanDraft,
  type PlanMistake,
  planMistakes,
  planOf,
} from '@/lib/domain/audit/plan-draft'
import { problemWords } from '@/lib/domain/problem-words'
import type { Result } from '@/lib/domain/result'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'
import { PlanAsking } from './plan-asking'
import { PlanPreview } from './plan-preview'
import { PlanRules } from './plan-rules'
import { PlanSample } from './plan-sample'
import { PlanScope } from './plan-scope'
import { type Preview, usePreview } from './use-preview'

const fields: Record<PlanMistake, string | undefined> = {
  nothing: undefined,
  random: 'plan-random',
  seed: 'plan-seed',
  dueOn: 'plan-due',
  past: 'plan-due',
}

/** A self-audit is planned with what it would find in view, and opened. */
export function PlanForm({
  years,
  choices,
  preview,
  open,
}: {
  years: readonly number[]
  choices: PlanChoices
  preview: (input: unknown) => Promise<Result<Preview>>
  open: (input: unknown) => Promise<Result<{ id: string }>>
}) {
  const t = useTranslations('campaigns')
  const locale = useLocale()
  const router = useRouter()
  const [draft, setDraft] = useState(() => begun(years, choices))
  const [attempt, setAttempt] = useState(0)
  const [mistakes, setMistakes] = useState<PlanMistake[]>([])
  const [refusal, setRefusal] = useState<string | null>(null)
  const [pending, start] = useTransition()
  const change = (changes: Partial<PlanDraft>) => setDraft((before) => ({ ...before, ...changes }))
  const plan = planOf(draft)
  const seen = usePreview(plan && { year: draft.year, plan }, preview)

  const send = () => {
    const found = planMistakes(draft, choices.today)
    setAttempt((count) => count + 1)
    setMistakes(found)
    setRefusal(null)
    if (found.length > 0 || !plan) return
    start(async () => {
      const { year, dueOn, instructions } = draft
      const result = await open({ year, plan, dueOn, instructions })
      if (result.ok) router.push(routes.audit.campaign(result.value.id))
      else setRefusal(say(problemWords(result.problem), locale))
    })
  }
  const errors: SummaryError[] = [
    ...mistakes.map((mistake) => {
      const fieldId = fields[mistake]
      return { ...(fieldId && { fieldId }), message: t(`mistakes.${mistake}`) }
    }),
    ...(refusal ? [{ message: refusal }] : []),
  ]
  return (
    <form
      className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!pending) send()
      }}
    >
      <div className="grid min-w-0 gap-5">
        <ErrorSummary attempt={attempt} errors={errors} />
        <PlanScope change={change} draft={draft} years={years} />
        <Panel note={t('rulesNote')} title={t('rulesTitle')}>
          <div className="grid gap-4">
            <PlanRules chosen={draft.rules} onChange={(rules) => change({ rules })} rules={choices.rules} />
            <Checkbox
              checked={draft.explained}
              detail={t('explainedHelp')}
              label={t('askExplained')}
              onChange={(event) => change({ explained: event.target.checked })}
            />
          </div>
        </Panel>
        <PlanSample change={change} draft={draft} mistakes={mistakes} />
        <PlanAsking change={change} draft={draft} mistakes={mistakes} today={choices.today} />
      </div>
      <div className="grid min-w-0 gap-4 lg:sticky lg:top-18 lg:max-h-[calc(100dvh-6rem)] lg:overflow-y-auto">
        <PlanPreview rules={choices.rules} seen={seen} />
        <Button kind="primary" pending={pending} type="submit">
          {t('open')}
        </Button>
        <p className="text-sm text-faint">{t('openHelp')}</p>
      </div>
    </form>
  )
}

const begun = (years: readonly number[], { usual, seed, dueOn }: PlanChoices): PlanDraft => ({
  year: years[0] ?? 0,
  units: [],
  types: [],
  rules: usual,
  large: true,
  tax: true,
  foreign: true,
  random: '20',
  seed: String(seed),
  explained: false,
  dueOn,
  instructions: '',
})
