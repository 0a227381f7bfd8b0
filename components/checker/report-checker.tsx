'use client'

import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { Field, FieldError } from '@/components/ui/field'
import { handOver } from '@/components/ui/hand-over'
import { TextArea } from '@/components/ui/text-input'
import { bounds, mostCharacters } from '@/lib/domain/checker/bounds'
import { commentedName } from '@/lib/domain/checker/forms'
import { type CheckedReport, reportSchema } from '@/lib/domain/checker/report'
import { problemWords } from '@/lib/domain/problem-words'
import { say } from '@/lib/domain/words'
import { CheckedResult } from './checked-result'
import { ReportFile } from './report-file'
import { type Answered, askForWord, sendReport } from './send-report'

/** A report as it was sent. */
interface Sent {
  body: Blob
  name: string
}

/** Where a report is chosen or pasted, and below it what its check came to. */
export function ReportChecker() {
  const t = useTranslations('checker')
  const format = useFormatter()
  const locale = useLocale()
  const [file, setFile] = useState<File | null>(null)
  const [mistake, setMistake] = useState<string | null>(null)
  const [checked, setChecked] = useState<{ sent: Sent; report: CheckedReport } | null>(null)
  const [pending, start] = useTransition()
  const [making, startMaking] = useTransition()
  const most = format.number(mostCharacters)

  const fail = ({ problem }: Extract<Answered<unknown>, { ok: false }>) =>
    setMistake(problem === 'lost' ? t('issues.lost') : say(problemWords(problem), locale))

  /** What can't be taken is said before it is sent; null then. */
  const reportOf = (text: string): Sent | null => {
    if (file) {
      const large = file.size > bounds.megabytes * 2 ** 20
      setMistake(large ? say(problemWords({ code: 'too-large', most: bounds.megabytes }), locale) : null)
      return large ? null : { body: file, name: file.name }
    }
    const issue = reportSchema.safeParse({ text }).error?.issues[0]?.message
    setMistake(
      issue === undefined ? null : t(`issues.${issue === 'too-long' ? 'too-long' : 'empty'}`, { most }),
    )
    return issue === undefined ? { body: new Blob([text]), name: t('report') } : null
  }

  const send = (text: string) => {
    const sent = reportOf(text)
    setChecked(null)
    if (sent)
      start(async () => {
        const answer = await sendReport(sent.body)
        if (answer.ok) setChecked({ sent, report: answer.value })
        else fail(answer)
      })
  }

  const download = ({ body, name }: Sent) =>
    startMaking(async () => {
      setMistake(null)
      const answer = await askForWord(body, locale)
      if (answer.ok) handOver(answer.value, commentedName(name, t('commented')))
      else fail(answer)
    })

  const report = checked?.report
  const errors = report?.findings.filter(({ severity }) => severity === 'error').length ?? 0
  const remarks = (report?.findings.length ?? 0) - errors
  return (
    <div className="grid gap-6">
      <form
        className="grid gap-4"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!pending) send(String(new FormData(event.currentTarget).get('text') ?? ''))
        }}
      >
        <ReportFile choose={setFile} file={file} />
        {!file && (
          <Field error={mistake} hint={t('hint', { most })} id="report-text" label={t('text')}>
            {(control) => <TextArea {...control} name="text" rows={8} spellCheck={false} />}
          </Field>
        )}
        {file && mistake && <FieldError id="report-file-error">{mistake}</FieldError>}
        <div>
          <Button kind="primary" pending={pending} type="submit">
            {t('check')}
          </Button>
        </div>
      </form>
      <p className={mistake ? 'sr-only' : 'text-md font-medium'} role="status">
        {pending ? t('checking') : (mistake ?? (checked && t('done', { errors, remarks })))}
      </p>
      {checked && !pending && (
        <CheckedResult checked={checked.report} errors={errors} remarks={remarks}>
          <Button icon="download" onClick={() => download(checked.sent)} pending={making}>
            {making ? t('making') : t('word')}
          </Button>
        </CheckedResult>
      )}
    </div>
  )
}
