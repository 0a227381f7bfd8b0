import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Absent } from '@/components/format/money'
import { cx } from '@/components/ui/classes'
import { shownShare } from '@/lib/domain/statistics/shown'
import { FEWEST, isEnough, type Part, shareOf } from '@/lib/domain/work/shares'

/** What may change while the page is open, under a key that finds it again. */
export const Live = ({
  id,
  className,
  children,
}: {
  id: string
  className?: string
  children: ReactNode
}) => (
  <span className={className} data-figure={`work.${id}`}>
    {children}
  </span>
)

/** A panel's title made from its data; Chinese breaks at its punctuation. */
export const Statement = ({ id, children }: { id: string; children: ReactNode }) => (
  <Live className="break-keep" id={`${id}.title`}>
    {children}
  </Live>
)

/** A count; with an address behind it the way to what it counts. */
export function Count({
  id,
  value,
  href,
  label,
}: {
  id: string
  value: number
  href?: string | undefined
  /** Says in full what the link opens, the value included. */
  label?: string | undefined
}) {
  const format = useFormatter()
  const shown = format.number(value)
  return (
    <Live className={cx(value === 0 && 'text-faint')} id={id}>
      {href && value > 0 ? (
        // A plain link: a page holds hundreds of them.
        <a aria-label={label} className="door" href={href}>
          {shown}
        </a>
      ) : (
        shown
      )}
    </Live>
  )
}

/** Whole days, or a dash where nothing was counted. */
export const DayCount = ({ id, value }: { id: string; value: number | null }) => (
  <Live id={id}>{value ?? <Absent />}</Live>
)

/** A percentage over the two numbers it comes from; of too few contracts the numbers alone. */
export function ShareText({ id, part }: { id: string; part: Part }) {
  const t = useTranslations('work.quality')
  const format = useFormatter()
  if (part.of === 0) return <Missing reason={t('noContracts')} />
  const fraction = t('fraction', { part: format.number(part.part), of: format.number(part.of) })
  return (
    <Live id={id}>
      {isEnough(part) ? (
        <>
          {shownShare(shareOf(part))}{' '}
          <span className="ml-1 inline-block min-w-14 text-sm font-normal text-faint">{fraction}</span>
        </>
      ) : (
        <span className="inline-block min-w-14 text-sm text-soft" title={t('few', { fewest: FEWEST })}>
          {fraction}
        </span>
      )}
    </Live>
  )
}

/** A dash for the eye, the reason for whoever asks. */
const Missing = ({ reason }: { reason: string }) => (
  <span className="text-faint" title={reason}>
    <span aria-hidden="true">—</span>
    <span className="sr-only">{reason}</span>
  </span>
)

/** Ground of a cell by its number against the greatest: the number stays what is read. A few are no peak. */
export function shade(value: number, greatest: number): string | undefined {
  if (value === 0) return undefined
  return shades[Math.ceil((value * shades.length) / Math.max(greatest, shades.length)) - 1]
}

const shades = ['bg-poplar/12', 'bg-poplar/24', 'bg-poplar/36', 'bg-poplar/48']
