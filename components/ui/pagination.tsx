import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { buttonClass } from './button'
import { Icon } from './icon'

/**
 * Pages by keyset: only forward and back, so that rows arriving meanwhile neither repeat nor hide one.
 * `total` is left out where counting would cost more than it tells.
 */
export function Pagination({
  from,
  to,
  total,
  previousHref,
  nextHref,
}: {
  from: number
  to: number
  total?: number
  previousHref?: string
  nextHref?: string
}) {
  const t = useTranslations('common')
  const format = useFormatter()
  const place = { from: format.number(from), to: format.number(to) }
  return (
    <nav
      aria-label={t('pages')}
      className="flex flex-wrap items-center justify-between gap-3 px-5 py-3 text-sm"
    >
      <p className="text-soft">
        {total === undefined ? t('rowsFrom', place) : t('rowsOf', { ...place, total: format.number(total) })}
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
