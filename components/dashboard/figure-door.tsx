import { useLocale, useTranslations } from 'next-intl'
import { MissingFigure } from '@/components/statistics/missing-figure'
import { cellHref, figureKey, type ShownView } from '@/components/statistics/view'
import type { SplitTable } from '@/lib/domain/statistics/catalogue'
import type { Row } from '@/lib/domain/statistics/compute'
import { type Cell, isFigure } from '@/lib/domain/statistics/figure'
import { type MeasureName, measures } from '@/lib/domain/statistics/measures'
import { shownFigure } from '@/lib/domain/statistics/shown'
import { say } from '@/lib/domain/words'

/** A figure beside its picture: the way to its contracts where there are some, plain text where not. */
export function FigureDoor({
  spec,
  row,
  measure,
  cell,
  view,
}: {
  spec: SplitTable
  row: Row
  measure: MeasureName
  cell: Cell
  view: ShownView
}) {
  const t = useTranslations('statistics')
  const locale = useLocale()
  const shown = shownFigure(cell, measures[measure].unit)
  const href = cellHref(view, spec, row, measure)
  if (!isFigure(cell) || shown === null) return <MissingFigure cell={cell} />
  const label = { row: say(row.words, locale), measure: say(measures[measure].words, locale), value: shown }
  return (
    <span data-figure={`picture.${figureKey(spec, row, measure)}`}>
      {href && cell.n !== 0n ? (
        <a aria-label={t('openCell', label)} className="door" href={href}>
          {shown}
        </a>
      ) : (
        shown
      )}
    </span>
  )
}
