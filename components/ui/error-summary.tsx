'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef } from 'react'

export interface SummaryError {
  /** Id of the control (or of the Fieldset) that the message is about; none for the form as a whole. */
  fieldId?: string
  message: string
}

/**
 * GOV.UK's pattern: after a refused submission the focus comes here, each message leads to its field.
 * `attempt` must change with each submission, so that the same mistakes twice are announced twice.
 */
export function ErrorSummary({
  errors,
  attempt,
  title,
  children,
}: {
  errors: readonly SummaryError[]
  attempt?: number | string
  title?: ReactNode
  children?: ReactNode
}) {
  const t = useTranslations('common')
  const box = useRef<HTMLDivElement>(null)
  const shown = errors.length > 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt must take the focus again.
  useEffect(() => {
    if (shown) box.current?.focus()
  }, [shown, attempt])
  if (!shown) return null

  return (
    <div
      aria-labelledby="error-summary-title"
      className="border-2 border-cinnabar bg-sheet px-5 py-4"
      id="error-summary"
      ref={box}
      role="alert"
      tabIndex={-1}
    >
      <h2 className="text-lg" id="error-summary-title">
        {title ?? t('errorSummary', { count: errors.length })}
      </h2>
      {children}
      <ul className="mt-2 grid gap-1">
        {errors.map(({ fieldId, message }) => (
          <li key={`${fieldId}:${message}`}>
            {fieldId ? (
              <a
                className="font-medium text-cinnabar underline underline-offset-3 hover:decoration-2"
                href={`#${fieldId}`}
                onClick={(event) => {
                  if (focusField(fieldId)) event.preventDefault()
                }}
              >
                {message}
              </a>
            ) : (
              <span className="font-medium text-cinnabar">{message}</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Puts the label of the field at the top of the view and the cursor in its control; opens what hides it. */
function focusField(id: string): boolean {
  const target = document.getElementById(id)
  if (!target) return false
  target.closest('details')?.setAttribute('open', '')
  const label = document.querySelector(`label[for="${CSS.escape(id)}"]`) ?? target
  label.scrollIntoView({ block: 'center' })
  const control = target.matches('fieldset')
    ? target.querySelector<HTMLElement>('input, select, textarea, button')
    : target
  ;(control ?? target).focus({ preventScroll: true })
  return true
}
