import type { ReactNode } from 'react'
import type { Tone } from './badge'
import { cx } from './classes'

export interface Description {
  term: ReactNode
  detail: ReactNode
  /** A link that leads to changing exactly this, as on a check-your-answers page. */
  action?: ReactNode
  /** The heading above says the term already: it is heard alone, and the detail takes the line. */
  titled?: boolean
  key?: string
}

/** Names and what stands against them: a contract read, answers checked. */
export function DescriptionList({ items, className }: { items: readonly Description[]; className?: string }) {
  return (
    <dl className={cx('divide-y divide-line', className)}>
      {items.map(({ term, detail, action, titled, key }, index) => (
        <div
          className={cx(
            'group/row grid gap-x-6 py-2',
            titled ? 'sm:grid-cols-[1fr_auto]' : 'sm:grid-cols-[minmax(8rem,14rem)_1fr_auto]',
          )}
          key={key ?? (typeof term === 'string' ? term : index)}
        >
          <dt className={titled ? 'sr-only' : 'text-faint'}>{term}</dt>
          <dd className="min-w-0">{detail}</dd>
          {action && <dd>{action}</dd>}
        </div>
      ))}
    </dl>
  )
}

export interface Moment {
  key: string
  title: ReactNode
  /** When and by whom, already put into words. */
  meta: ReactNode
  tone?: Tone
  children?: ReactNode
}

const dots: Record<Tone, string> = {
  quiet: 'border-edge bg-sheet',
  waiting: 'border-poplar bg-poplar',
  active: 'border-lake bg-lake',
  good: 'border-jade bg-jade',
  bad: 'border-cinnabar bg-cinnabar',
}

/** What happened, the latest first or last as the caller orders it. */
export function Timeline({ moments }: { moments: readonly Moment[] }) {
  return (
    <ol>
      {moments.map(({ key, title, meta, tone = 'quiet', children }, index) => (
        <li className="relative flex gap-4 pb-5 last:pb-0" key={key}>
          {index < moments.length - 1 && (
            <span aria-hidden="true" className="absolute top-4 bottom-0 left-[5px] w-px bg-line" />
          )}
          <span
            aria-hidden="true"
            className={cx('mt-1.5 size-[11px] shrink-0 rounded-full border-2', dots[tone])}
          />
          <div className="min-w-0 flex-1">
            <p className="font-medium">{title}</p>
            <p className="text-sm text-faint">{meta}</p>
            {children && <div className="mt-2">{children}</div>}
          </div>
        </li>
      ))}
    </ol>
  )
}
