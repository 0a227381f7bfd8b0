'use client'

import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { TextArea } from '@/components/ui/text-input'
import { type CheckedReport, mostCharacters, reportSchema } from '@/lib/domain/checker/report'
import { problemWords } from '@/lib/domain/problem-words'
import type { Result } from '@/lib/domain/result'
import { say } from '@/lib/domain/words'
import { CheckedResult } from './checked-result'

/** Where a report is pasted, and below it what its check came to. */
export function ReportChecker({ check }: { check: (input: unknown) => Promise<Result<CheckedReport>> }) {
  const t = useTranslations('checker')
  const format = useFormatter()
  const locale = useLocale()
  const [mistake, setMistake] = useState<string | null>(null)
  const [checked, setChecked] = useState<CheckedReport | null>(null)
  const [pending, start] = useTransition()
  const most = format.number(mostCharacters)

  const wordOf = (issue: string | undefined) =>
    issue === 'empty' || issue === 'too-long' ? t(`issues.${issue}`, { most }) : t('issues.unfit')
  const send = (input: { text: string }) => {
    // Asked here as well: what is far too long would not even arrive.
    const fit = reportSchema.safeParse(input)
    setChecked(null)
    setMistake(fit.success ? null : wordOf(fit.error.issues[0]?.message))
    if (!fit.success) return
    start(async () => {
      const result = await check(input)
      if (result.ok) setChecked(result.value)
      else if (result.problem.code === 'invalid-input') setMistake(wordOf(result.problem.issues[0]?.message))
      else setMistake(say(problemWords(result.problem), locale))
    })
  }

  const errors = checked?.findings.filter(({ severity }) => severity === 'error').length ?? 0
  const remarks = (checked?.findings.length ?? 0) - errors
  return (
    <div className="grid gap-6">
      <form
        className="grid gap-4"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!pending) send({ text: String(new FormData(event.currentTarget).get('text') ?? '') })
        }}
      >
        <Field error={mistake} hint={t('hint', { most })} id="report-text" label={t('text')} required>
          {(control) => <TextArea {...control} name="text" rows={10} spellCheck={false} />}
        </Field>
        <div>
          <Button kind="primary" pending={pending} type="submit">
            {t('check')}
          </Button>
        </div>
      </form>
      <p className={mistake ? 'sr-only' : 'text-md font-medium'} role="status">
        {pending ? t('checking') : (mistake ?? (checked && t('done', { errors, remarks })))}
      </p>
      {checked && !pending && <CheckedResult checked={checked} errors={errors} remarks={remarks} />}
    </div>
  )
}
