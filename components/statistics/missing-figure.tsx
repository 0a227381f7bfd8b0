import { useTranslations } from 'next-intl'
import { type Cell, isFigure } from '@/lib/domain/statistics/figure'

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
