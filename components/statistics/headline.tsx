import { useTranslations } from 'next-intl'
import { TextLink } from '@/components/ui/button'
import { Stat } from '@/components/ui/stat'
import { formatYi, grouped, wanText } from '@/lib/domain/money'
import type { SplitTable } from '@/lib/domain/statistics/catalogue'
import type { Table } from '@/lib/domain/statistics/compute'
import { type Cell, isFigure } from '@/lib/domain/statistics/figure'
import type { MeasureName } from '@/lib/domain/statistics/measures'
import { shownFigure } from './figure-text'
import { cellHref, type ShownView } from './view'

/** Below this the headline speaks in 万元: one hundredth of 亿元 would show nothing of a small office's year. */
const SMALL = 10_000_000_000n

/** The year in four numbers, to be read across the table or on a phone. */
export function Headline({ spec, table, view }: { spec: SplitTable; table: Table; view: ShownView }) {
  const t = useTranslations('statistics')
  const row = table.rows[0]
  if (!row) return null
  const cell = (name: MeasureName): Cell => row.cells[name] ?? { missing: 'no-base' }
  const text = (name: MeasureName, unit: 'count' | 'money' | 'percent') =>
    shownFigure(cell(name), unit) ?? '—'
  const money = (name: MeasureName) => {
    const value = cell(name)
    const fen = isFigure(value) ? value.n / value.d : 0n
    return fen >= SMALL
      ? { value: formatYi(fen), unit: t('yi') }
      : { value: grouped(wanText(fen)), unit: t('unitsOf.money') }
  }
  const against = (growth: MeasureName, last: string) =>
    isFigure(cell(growth))
      ? t('headline.growth', { percent: signed(text(growth, 'percent')), last })
      : t('headline.noGrowth', { last })
  const spoken = ({ value, unit }: { value: string; unit: string }) => `${value} ${unit}`
  const door = (name: MeasureName, shown: string) => {
    const href = cellHref(view, spec, row, name)
    const value = cell(name)
    return href && isFigure(value) && value.n > 0n ? (
      <TextLink href={href} plain prefetch={false}>
        {shown}
      </TextLink>
    ) : (
      shown
    )
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

const signed = (percent: string): string =>
  /^[−0]/.test(percent) && !/^0\.\d*[1-9]/.test(percent) ? percent : `+${percent}`
