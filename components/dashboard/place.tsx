import { useTranslations } from 'next-intl'
import type { Row } from '@/lib/domain/statistics/compute'
import { isFigure } from '@/lib/domain/statistics/figure'

/** A division's place among the others, and how it moved since last year; nothing for those that aren't ranked. */
export function Place({ row: { cells } }: { row: Row }) {
  const t = useTranslations('dashboard.place')
  const { divisionRank: rank, divisionRankRise: rise } = cells
  if (!rank || !isFigure(rank)) return null
  const moved = rise && isFigure(rise) ? Number(rise.n) : 0
  return (
    <span className="ml-1.5 text-xs whitespace-nowrap text-faint">
      {t('rank', { rank: Number(rank.n) })}
      {moved !== 0 && (
        <span className="ml-1">{t(moved > 0 ? 'rose' : 'fell', { places: Math.abs(moved) })}</span>
      )}
    </span>
  )
}
