import type { ComponentProps, ReactNode } from 'react'
import { cx } from './classes'

/** The look of everything one types into; 16 px on a phone, so that the page does not jump to zoom in. */
export const controlClass =
  'w-full min-w-0 rounded-md border border-edge bg-raised px-2.5 text-ink max-sm:text-md hover:border-ink [&[readonly]]:bg-sunken disabled:cursor-not-allowed disabled:bg-sunken disabled:text-faint aria-invalid:border-cinnabar aria-invalid:border-2 focus-visible:outline-offset-0'

interface Affixes {
  /** Words inside the frame before or after what is typed: a unit, a currency. */
  before?: ReactNode
  after?: ReactNode
  numeric?: boolean
}

export function TextInput({
  before,
  after,
  numeric,
  className,
  type = 'text',
  ...rest
}: Affixes & ComponentProps<'input'>) {
  const input = (
    <input
      {...rest}
      className={cx(
        controlClass,
        'h-9',
        numeric && 'text-right',
        Boolean(before) && 'rounded-l-none',
        Boolean(after) && 'rounded-r-none',
        !before && !after && className,
      )}
      type={type}
    />
  )
  if (!before && !after) return input
  const affix = 'flex items-center border-edge bg-sunken px-2.5 text-sm text-soft'
  return (
    <div className={cx('flex', className)}>
      {before && <span className={cx(affix, 'rounded-l-md border border-r-0')}>{before}</span>}
      {input}
      {after && <span className={cx(affix, 'rounded-r-md border border-l-0')}>{after}</span>}
    </div>
  )
}

/** Grows with what is written (where the browser can) and never narrows below its rows. */
export function TextArea({ className, rows = 3, ...rest }: ComponentProps<'textarea'>) {
  return (
    <textarea
      {...rest}
      className={cx(controlClass, 'field-sizing-content max-h-96 py-1.5', className)}
      rows={rows}
      style={{ minHeight: `${rows * 1.375 + 0.875}rem` }}
    />
  )
}
