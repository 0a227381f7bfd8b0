import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { buttonClass } from './button'
import { Icon } from './icon'

/**
 * Pages by keyset: only forward and back, so that rows arriving meanwhile neither repeat nor hide one.
 * `total` is left out where counting would cost more than it tells. Where a page's place in the whole can't be known,
 * `shown` says how many rows stand on it.
 */
export function Pagination({
  from,
  to,
  shown,
  total,
  previousHref,
  nextHref,
}: {
  from?: number
  to?: number
  shown?: number
  total?: number
  previousHref?: string | undefined
  nextHref?: string | undefined
}) {
  const t = useTranslations('common')
  const format = useFormatter()
  const rows =
    from !== undefined && to !== undefined
      ? t('rowsPlace', { from: format.number(from), to: format.number(to) })
      : t('rowsShown', { shown: format.number(shown ?? 0) })
  return (
    <nav
      aria-label={t('pages')}
      className="flex flex-wrap items-center justify-between gap-3 px-5 py-3 text-sm"
    >
      <p className="text-soft">
        {total === undefined ? rows : t('rowsOf', { rows, total: format.number(total) })}
      </p>
      <div className="flex gap-2">
        <Step href={previousHref} icon="chevronLeft" label={t('previousPage')} rel="prev" />
        <Step href={nextHref} icon="chevronRight" label={t('nextPage')} rel="next" />
      </div>
    </nav>
  )
}

function Step({
  href,
  icon,
  label,
  rel,
}: {
  href?: string
  icon: 'chevronLeft' | 'chevronRight'
  label: string
  rel: 'prev' | 'next'
}) {
  const words = (
    <>
      {rel === 'prev' && <Icon name={icon} />}
      {label}
      {rel === 'next' && <Icon name={icon} />}
    </>
  )
  if (!href)
    return (
      <button className={buttonClass('secondary', 'small')} disabled type="button">
        {words}
      </button>
    )
  return (
    <Link className={buttonClass('secondary', 'small')} href={href} rel={rel}>
      {words}
    </Link>
  )
}
