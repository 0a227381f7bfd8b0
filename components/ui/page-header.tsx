import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Icon } from './icon'

export interface Crumb {
  label: ReactNode
  href: string
}

/** Where we are, what this is, what can be done about it. The one h1 of the page. */
export function PageHeader({
  title,
  breadcrumb = [],
  status,
  children,
  actions,
}: {
  title: ReactNode
  /** The places above this one, the farthest first; this page itself is left out. */
  breadcrumb?: readonly Crumb[]
  /** A StatusPill beside the title. */
  status?: ReactNode
  /** One or two lines under the title. */
  children?: ReactNode
  actions?: ReactNode
}) {
  const t = useTranslations('common')
  return (
    <header className="mb-6 grid gap-2">
      {breadcrumb.length > 0 && (
        <nav aria-label={t('breadcrumb')} className="print:hidden">
          <ol className="flex flex-wrap items-center gap-x-1 text-sm text-faint">
            {breadcrumb.map(({ label, href }) => (
              <li className="group flex items-center gap-1" key={href}>
                <Link className="rounded-sm py-0.5 text-soft hover:text-jade hover:underline" href={href}>
                  {label}
                </Link>
                <Icon className="size-3 group-last:hidden" name="chevronRight" />
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="grid min-w-0 gap-1.5">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h1 className="text-xl">{title}</h1>
            {status}
          </div>
          {children && <div className="max-w-prose text-soft">{children}</div>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
    </header>
  )
}
