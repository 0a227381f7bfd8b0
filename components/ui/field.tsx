import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { cx } from './classes'
import { Icon } from './icon'

/** What a control must carry so that label, hint and error are heard with it. Spread it on the control. */
export interface FieldControl {
  id: string
  'aria-describedby'?: string
  'aria-invalid'?: true
  'aria-required'?: true
}

interface FieldWords {
  label: ReactNode
  /** One sentence above the control: what to write, in which form, where to find it. */
  hint?: ReactNode
  /** Says what is wrong and what to do; its presence marks the control as wrong. */
  error?: ReactNode
  required?: boolean
  className?: string
}

export const hintId = (id: string) => `${id}-hint`
export const errorId = (id: string) => `${id}-error`

const describedBy = (id: string, hint: ReactNode, error: ReactNode) =>
  cx(Boolean(hint) && hintId(id), Boolean(error) && errorId(id)) || undefined

/** A label, its hint and its error around one control: `<Field id=…>{(control) => <TextInput {...control} />}</Field>`. */
export function Field({
  id,
  label,
  hint,
  error,
  required = false,
  className,
  children,
}: FieldWords & { id: string; children: (control: FieldControl) => ReactNode }) {
  return (
    <div className={cx('grid content-start gap-1.5', Boolean(error) && errorBar, className)}>
      <label className={labelClass} htmlFor={id}>
        {label}
        <Mark required={required} />
      </label>
      <Hint id={id}>{hint}</Hint>
      <FieldError id={id}>{error}</FieldError>
      {children({
        id,
        'aria-describedby': describedBy(id, hint, error),
        'aria-invalid': error ? true : undefined,
        'aria-required': required || undefined,
      })}
    </div>
  )
}

/** The same around a group of controls (radios, checkboxes, a date in parts): the label becomes the legend. */
export function Fieldset({
  id,
  label,
  hint,
  error,
  required = false,
  className,
  children,
}: FieldWords & { id: string; children: ReactNode }) {
  return (
    <fieldset
      aria-describedby={describedBy(id, hint, error)}
      className={cx('grid min-w-0 content-start gap-1.5', Boolean(error) && errorBar, className)}
      id={id}
      tabIndex={-1}
    >
      <legend className={cx(labelClass, 'mb-1.5')}>
        {label}
        <Mark required={required} />
      </legend>
      <Hint id={id}>{hint}</Hint>
      <FieldError id={id}>{error}</FieldError>
      {children}
    </fieldset>
  )
}

const labelClass = 'font-medium text-ink'
const errorBar = 'border-l-4 border-cinnabar pl-3'

/** What may be left out is marked, not what must be filled: nearly everything must, and marks on all mark nothing. */
function Mark({ required }: { required: boolean }) {
  const t = useTranslations('common')
  if (!required) return <span className="ml-1.5 text-sm font-normal text-faint">{t('optional')}</span>
  return <span className="sr-only"> {t('required')}</span>
}

function Hint({ id, children }: { id: string; children: ReactNode }) {
  if (!children) return null
  return (
    <div className="max-w-prose text-sm text-faint" id={hintId(id)}>
      {children}
    </div>
  )
}

export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  const t = useTranslations('common')
  if (!children) return null
  return (
    <p className="flex gap-1.5 text-sm font-medium text-cinnabar" id={errorId(id)}>
      <Icon className="mt-0.5 size-4" name="warning" />
      <span>
        <span className="sr-only">{t('errorPrefix')} </span>
        {children}
      </span>
    </p>
  )
}
