import type { ReactNode } from 'react'
import { cx } from './classes'

/** One number read from across the table: its name above, its unit beside, what it is compared with below. */
export function Stat({
  label,
  value,
  unit,
  comparison,
  size = 'large',
  link,
  figure,
}: {
  label: ReactNode
  value: ReactNode
  unit?: ReactNode
  comparison?: ReactNode
  size?: 'large' | 'small'
  /** Slot for a link that leads to what is behind the number. */
  link?: ReactNode
  /** Its name on a live page, where a change is marked. */
  figure?: string
}) {
  return (
    <div className="grid content-start gap-0.5">
      <p className="text-sm text-faint">{label}</p>
      <p
        className={cx(
          'font-semibold tracking-tight',
          size === 'large' ? 'text-2xl sm:text-figure' : 'text-xl',
        )}
      >
        <span className="inline-flex flex-wrap items-baseline gap-x-1.5 rounded-sm" data-figure={figure}>
          <span>{value}</span>
          {unit && <span className="text-base font-normal tracking-normal text-soft">{unit}</span>}
        </span>
      </p>
      {comparison && (
        <p className="text-sm text-soft">
          <span className="inline-block rounded-sm" data-figure={figure && `${figure}/comparison`}>
            {comparison}
          </span>
        </p>
      )}
      {link && <p className="text-sm">{link}</p>}
    </div>
  )
}
