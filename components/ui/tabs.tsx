import Link from 'next/link'
import { useFormatter } from 'next-intl'
import type { ReactNode } from 'react'
import { cx } from './classes'

export interface Tab {
  key: string
  label: ReactNode
  href: string
  count?: number
  /** There are more than counted. */
  more?: boolean
}

/** Views of one list, each with its own address, so that a tab can be sent, reloaded and gone back to. */
export function Tabs({ label, tabs, current }: { label: string; tabs: readonly Tab[]; current: string }) {
  const format = useFormatter()
  return (
    <nav aria-label={label} className="-mx-1 overflow-x-auto px-1">
      <ul className="flex gap-5 border-b border-line">
        {tabs.map(({ key, label: words, href, count, more }) => (
          <li key={key}>
            <Link
              aria-current={key === current ? 'page' : undefined}
              className={cx(
                '-mb-px flex items-center gap-1.5 border-b-2 py-2 whitespace-nowrap -outline-offset-2',
                key === current
                  ? 'border-jade font-semibold text-ink'
                  : 'border-transparent text-soft hover:border-edge hover:text-ink',
              )}
              href={href}
              scroll={false}
            >
              {words}
              {count !== undefined && (
                <span className={cx('text-sm font-normal', count > 0 ? 'text-soft' : 'text-faint')}>
                  {format.number(count)}
                  {more && '+'}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
