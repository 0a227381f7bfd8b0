'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { ActDialog } from '@/components/act/act-dialog'
import { useWhy, WhyField } from '@/components/act/why'
import type { ButtonKind } from '@/components/ui/button'
import { DateInput } from '@/components/ui/date-input'
import { readDay } from '@/components/ui/date-text'
import { Field } from '@/components/ui/field'
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
  const why = useWhy(text?.least ?? 0)
  const [on, setOn] = useState(today)
  const [tried, setTried] = useState(false)
  const { run, problem, pending } = useStep(step, (value) => {
    close()
    done(value)
  })
  const meant = readDay(on)
  const noDay = day !== undefined && (meant === null || meant > today || meant < day.from)
  const act = () => {
    setTried(true)
    if (!why.isShort && !noDay) run({ id, ...(day && { on: meant }), ...(text && { text: why.written }) })
  }
  return (
    <ActDialog
      confirm={confirm}
      description={description}
      kind={kind}
      onClose={close}
      onConfirm={act}
      pending={pending}
      problem={problem}
      title={title}
      wide={Boolean(children)}
    >
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
        <WhyField
          hint={text.hint}
          id={`${action}-text`}
          label={text.label}
          most={text.most}
          required={text.least > 0}
          rows={4}
          short={tried && why.isShort && t('textShort', { least: text.least })}
          why={why}
        />
      )}
      {children}
    </ActDialog>
  )
}
