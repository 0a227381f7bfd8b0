import { type ReactNode, useId } from 'react'
import { cx } from './classes'

/** A sheet of paper on the desk. With a title it is a region of the page with its own heading. */
export function Panel({
  title,
  id,
  note,
  actions,
  flush = false,
  level = 2,
  className,
  children,
}: {
  title?: ReactNode
  id?: string
  note?: ReactNode
  actions?: ReactNode
  /** Lets a table or a list reach the edges. */
  flush?: boolean
  level?: 2 | 3
  className?: string
  children: ReactNode
}) {
  const Heading = level === 2 ? 'h2' : 'h3'
  const headingId = useId()
  return (
    <section
      aria-labelledby={title ? headingId : undefined}
      className={cx('rounded-lg border border-line bg-sheet', className)}
      id={id}
    >
      {(title || actions) && (
        <div
          className={cx(
            'flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 px-5 pt-4',
            flush && 'border-b border-line pb-3',
          )}
        >
          <div className="min-w-0">
            {title && (
              <Heading className="text-lg" id={headingId}>
                {title}
              </Heading>
            )}
            {note && <p className="text-sm text-faint">{note}</p>}
          </div>
          {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
        </div>
      )}
      <div className={flush ? undefined : 'px-5 py-4'}>{children}</div>
    </section>
  )
}

/** A row of filters and acts above a list. */
export function Toolbar({
  label,
  children,
  className,
}: {
  label: string
  children: ReactNode
  className?: string
}) {
  return (
    <section aria-label={label} className={cx('flex flex-wrap items-end gap-2', className)}>
      {children}
    </section>
  )
}
