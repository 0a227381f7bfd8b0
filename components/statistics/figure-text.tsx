import { useTranslations } from 'next-intl'
import { grouped, percent } from '@/lib/domain/money'
import { type Cell, isFigure } from '@/lib/domain/statistics/figure'

/** A share in one decimal, as a picture says it; what is there but rounds to nothing says so. */
export function shownShare(cell: Cell | undefined): string | null {
  if (!cell || !isFigure(cell)) return null
  const text = percent(cell.n, cell.d, 1) ?? ''
  return text === '0.0' && cell.n !== 0n ? '<0.1%' : `${grouped(text).replace('-', '−')}%`
}

/** Stands where a figure can't be: a dash for the eye, the reason for whoever asks. */
export function MissingFigure({ cell }: { cell: Cell }) {
  const t = useTranslations('statistics.missing')
  if (isFigure(cell)) return null
  return (
    <span className="text-faint" title={t(cell.missing)}>
      <span aria-hidden="true">—</span>
      <span className="sr-only">{t(cell.missing)}</span>
    </span>
  )
}
