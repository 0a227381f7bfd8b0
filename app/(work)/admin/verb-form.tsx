'use client'

import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { createContext, type ReactNode, useContext, useId, useState, useTransition } from 'react'
import { Button, type ButtonKind } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Field, type FieldControl } from '@/components/ui/field'
import { toast } from '@/components/ui/toast'
import { problemWords } from '@/lib/domain/problem-words'
import type { Result } from '@/lib/domain/result'
import { say } from '@/lib/domain/words'

const Issues = createContext<{ prefix: string; issues: ReadonlyMap<string, string> }>({
  prefix: '',
  issues: new Map(),
})

export type Act<T> = (input: unknown) => Promise<Result<T>>

interface VerbFormProps<T> {
  act: Act<T>
  /** The verb's input out of what stands in the form. */
  input: (form: FormData) => unknown
  submit: string
  kind?: ButtonKind
  /** Said when it is done. */
  done?: string
  /** Instead of saying so: what to do with the answer. */
  onDone?: (value: T) => void
  /** Empties the form when it is done. */
  clears?: boolean
  children?: ReactNode
}

/** A form over one verb: sends its input, words its refusals at the fields they name, shows the page anew when done. */
export function VerbForm<T>({
  act,
  input,
  submit,
  kind = 'primary',
  done,
  onDone,
  clears = false,
  children,
}: VerbFormProps<T>) {
  const t = useTranslations('admin')
  const locale = useLocale()
  const router = useRouter()
  const prefix = useId()
  const [attempt, setAttempt] = useState(0)
  const [mistakes, setMistakes] = useState<{ path: string; message: string }[]>([])
  const [pending, start] = useTransition()

  const word = (code: string) => {
    const key = `issues.${code}` as 'issues.invalid'
    return t.has(key) ? t(key) : t('issues.invalid')
  }
  const send = (form: HTMLFormElement) =>
    start(async () => {
      const result = await act(input(new FormData(form)))
      setAttempt((count) => count + 1)
      if (!result.ok) {
        const { problem } = result
        setMistakes(
          problem.code === 'invalid-input'
            ? problem.issues.map(({ path, message }) => ({ path, message: word(message) }))
            : [{ path: '', message: say(problemWords(problem), locale) }],
        )
        return
      }
      setMistakes([])
      if (clears) form.reset()
      if (done) toast(done)
      onDone?.(result.value)
      router.refresh()
    })

  return (
    <Issues value={{ prefix, issues: new Map(mistakes.map(({ path, message }) => [path, message])) }}>
      <form
        className="grid gap-5"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!pending) send(event.currentTarget)
        }}
      >
        <ErrorSummary
          attempt={attempt}
          errors={mistakes.map(({ path, message }) => ({
            fieldId: path ? prefix + path : undefined,
            message,
          }))}
        />
        {children}
        <div>
          <Button kind={kind} pending={pending} type="submit">
            {submit}
          </Button>
        </div>
      </form>
    </Issues>
  )
}

/** A field of a VerbForm, named as in the verb's input. */
export function VerbField({
  name,
  label,
  hint,
  required = true,
  className,
  children,
}: {
  name: string
  label: string
  hint?: ReactNode
  required?: boolean
  className?: string
  children: (control: FieldControl & { name: string }) => ReactNode
}) {
  const { prefix, issues } = useContext(Issues)
  return (
    <Field
      className={className}
      error={issues.get(name)}
      hint={hint}
      id={prefix + name}
      label={label}
      required={required}
    >
      {(control) => children({ ...control, name })}
    </Field>
  )
}

/** Text of a form's field, '' where there is none. */
export const textOf = (form: FormData, name: string): string => String(form.get(name) ?? '')
