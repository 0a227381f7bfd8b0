import { useTranslations } from 'next-intl'
import { Stat } from '@/components/ui/stat'
import type { SplitTable } from '@/lib/domain/statistics/catalogue'
import type { Table } from '@/lib/domain/statistics/compute'
import { type Cell, isFigure } from '@/lib/domain/statistics/figure'
import type { MeasureName } from '@/lib/domain/statistics/measures'
import { shownFigure } from '@/lib/domain/statistics/shown'
import { signed, useReadMoney } from './read-money'
import { cellHref, type ShownView } from './view'

/** The year in four numbers, to be read across the table or on a phone. */
export function Headline({ spec, table, view }: { spec: SplitTable; table: Table; view: ShownView }) {
  const t = useTranslations('statistics')
  const read = useReadMoney()
  const row = table.rows[0]
  if (!row) return null
  const cell = (name: MeasureName): Cell => row.cells[name] ?? { missing: 'no-base' }
  const text = (name: MeasureName, unit: 'count' | 'money' | 'percent') =>
    shownFigure(cell(name), unit) ?? '—'
  const money = (name: MeasureName) => read(cell(name))
  const against = (growth: MeasureName, last: string) =>
    isFigure(cell(growth))
      ? t('headline.growth', { percent: signed(text(growth, 'percent')), last })
      : t('headline.noGrowth', { last })
  const spoken = ({ value, unit }: { value: string; unit: string }) => `${value} ${unit}`
  const door = (name: MeasureName, shown: string) => {
    const href = cellHref(view, spec, row, name)
    const value = cell(name)
    return href && isFigure(value) && value.n > 0n ? <a href={href}>{shown}</a> : shown
  }
  const [turnover, technology] = [money('turnover'), money('technology')]
  return (
    <div className="grid gap-x-8 gap-y-6 sm:grid-cols-2 xl:grid-cols-4">
      <Stat
        comparison={against('contractsGrowth', text('contractsLast', 'count'))}
        figure="headline/contracts"
        label={t('headline.contracts')}
        unit={t('unitsOf.count')}
        value={door('contracts', text('contracts', 'count'))}
      />
      <Stat
        comparison={against('turnoverGrowth', spoken(money('turnoverLast')))}
        figure="headline/turnover"
        label={t('headline.turnover')}
        unit={turnover.unit}
        value={door('turnover', turnover.value)}
      />
      <Stat
        comparison={
          isFigure(cell('technologyShare'))
            ? t('headline.technologyShare', { percent: text('technologyShare', 'percent') })
            : undefined
        }
        figure="headline/technology"
        label={t('headline.technology')}
        unit={technology.unit}
        value={door('technology', technology.value)}
      />
      <Stat
        comparison={against('meanGrowth', `${text('meanLast', 'money')} ${t('unitsOf.money')}`)}
        figure="headline/mean"
        label={t('headline.mean')}
        unit={t('unitsOf.money')}
        value={text('mean', 'money')}
      />
    </div>
  )
}
