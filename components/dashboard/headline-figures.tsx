import { useTranslations } from 'next-intl'
import { signed, useReadMoney } from '@/components/statistics/read-money'
import { cellHref, figureKey, type ShownView } from '@/components/statistics/view'
import { Stat } from '@/components/ui/stat'
import type { SplitTable } from '@/lib/domain/statistics/catalogue'
import type { Row, Table } from '@/lib/domain/statistics/compute'
import { type Cell, type FigureUnit, isFigure } from '@/lib/domain/statistics/figure'
import { type MeasureName, measures } from '@/lib/domain/statistics/measures'
import { shownFigure } from '@/lib/domain/statistics/shown'

const four = [
  ['contracts', 'contractsSameDay', 'contractsSameDayIncrease', 'contractsSameDayGrowth'],
  ['turnover', 'turnoverSameDay', 'turnoverSameDayIncrease', 'turnoverSameDayGrowth'],
  ['technology', 'technologySameDay', 'technologySameDayIncrease', 'technologySameDayGrowth'],
  ['mean', 'meanSameDay', 'meanSameDayIncrease', 'meanSameDayGrowth'],
] as const satisfies readonly (readonly MeasureName[])[]

/** The year in four numbers, each beside last year to the same day; read across the table or on a phone. */
export function HeadlineFigures({ spec, table, view }: { spec: SplitTable; table: Table; view: ShownView }) {
  const t = useTranslations('dashboard.headline')
  const money = useReadMoney()
  const row = table.rows[0]
  if (!row) return null
  const said = (name: MeasureName) => {
    const cell = cellOf(row, name)
    if (measures[name].unit === 'money') return money(cell)
    return { value: shownFigure(cell, measures[name].unit) ?? '—', unit: '' }
  }
  const changed = (cell: Cell, unit: FigureUnit) => {
    if (unit !== 'money') return `${shownFigure(cell, unit) ?? ''}${unit === 'percent' ? '%' : ''}`
    const { value, unit: words } = money(cell)
    return `${value.replace('-', '−')} ${words}`
  }
  const door = (name: MeasureName, shown: string) => {
    const cell = cellOf(row, name)
    const href = cellHref(view, spec, row, name)
    return (
      <span data-figure={`headline.${figureKey(spec, row, name)}`}>
        {href && isFigure(cell) && cell.n !== 0n ? (
          <a className="door" href={href}>
            {shown}
          </a>
        ) : (
          shown
        )}
      </span>
    )
  }
  return (
    <div className="grid grid-cols-2 gap-x-4 gap-y-5 sm:gap-x-8 xl:grid-cols-4">
      {four.map(([name, before, increase, growth]) => {
        const { value, unit } = said(name)
        const last = said(before)
        return (
          <Stat
            comparison={
              <span className="flex flex-wrap gap-x-2">
                <span>
                  {t(view.sameDay ? 'sameDay' : 'last')}{' '}
                  {door(before, `${last.value}${last.unit && ` ${last.unit}`}`)}
                </span>
                {([increase, growth] as const).map((change) => {
                  const cell = cellOf(row, change)
                  const { unit: written } = measures[change]
                  return (
                    isFigure(cell) && (
                      <span className="font-medium text-ink" data-figure={`headline.${change}`} key={change}>
                        {signed(changed(cell, written))}
                      </span>
                    )
                  )
                })}
              </span>
            }
            key={name}
            label={t(name)}
            unit={unit || t('items')}
            value={door(name, value)}
          />
        )
      })}
    </div>
  )
}

const cellOf = (row: Row, name: MeasureName): Cell => row.cells[name] ?? { missing: 'no-base' }
