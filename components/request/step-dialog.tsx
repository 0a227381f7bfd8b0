'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { ProblemNotice } from '@/components/contract/problem-notice'
import { Button, type ButtonKind } from '@/components/ui/button'
import { DateInput } from '@/components/ui/date-input'
import { readDay } from '@/components/ui/date-text'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { TextArea } from '@/components/ui/text-input'
import { type Step, useStep } from '@/components/ui/use-step'
import type { RequestAction } from '@/lib/domain/request/kinds'

/** What a step wants written; `least` characters, none where it may be left out. */
export interface StepWords {
  label: string
  hint?: string
  least: number
  most: number
}

export interface StepForm {
  title: string
  /** What will happen. */
  description: string
  confirm: string
  kind: ButtonKind
  text?: StepWords
  /** Asks for a day, from the first one that can be meant to today. */
  day?: { label: string; from: string }
  children?: ReactNode
}

/** Asks once more before a step of a request, for what the step has to say. */
export function StepDialog({
  id,
  action,
  form: { title, description, confirm, kind, text, day, children },
  today,
  step,
  done,
  close,
}: {
  id: string
  action: RequestAction
  form: StepForm
  today: string
  step: Step
  /** Says what was done. */
  done: (value: unknown) => void
  close: () => void
}) {
  const t = useTranslations('requests')
  const [words, setWords] = useState('')
  const [on, setOn] = useState(today)
  const [tried, setTried] = useState(false)
  const { run, problem, pending } = useStep(step, (value) => {
    close()
    done(value)
  })
  const written = words.trim()
  const short = text !== undefined && written.length < text.least
  const meant = readDay(on)
  const noDay = day !== undefined && (meant === null || meant > today || meant < day.from)
  const act = () => {
    setTried(true)
    if (!short && !noDay) run({ id, ...(day && { on: meant }), ...(text && { text: written }) })
  }
  return (
    <Dialog
      description={description}
      footer={
        <>
          <Button onClick={close}>{t('cancel')}</Button>
          <Button kind={kind} onClick={act} pending={pending}>
            {confirm}
          </Button>
        </>
      }
      onOpenChange={(is) => !is && !pending && close()}
      open
      title={title}
      wide={Boolean(children)}
    >
      <div className="grid gap-4">
        <ProblemNotice problem={problem} />
        {day && (
          <Field
            error={tried && noDay && t('dayWrong', { from: day.from })}
            id={`${action}-day`}
            label={day.label}
            required
          >
            {(control) => <DateInput {...control} max={today} min={day.from} onChange={setOn} value={on} />}
          </Field>
        )}
        {text && (
          <Field
            error={tried && short && t('textShort', { least: text.least })}
            hint={text.hint}
            id={`${action}-text`}
            label={text.label}
            required={text.least > 0}
          >
            {(control) => (
              <TextArea
                {...control}
                maxLength={text.most}
                onChange={(event) => setWords(event.target.value)}
                rows={4}
                value={words}
              />
            )}
          </Field>
        )}
        {children}
      </div>
    </Dialog>
  )
}
