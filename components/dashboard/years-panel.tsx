import { useLocale, useTranslations } from 'next-intl'
import { ChartBox } from '@/components/chart/chart-box'
import { type ChartData, COLUMNS } from '@/components/chart/chart-data'
import { useReadMoney } from '@/components/statistics/read-money'
import { keptOf, type ShownView } from '@/components/statistics/view'
import { Panel } from '@/components/ui/panel'
import { formatWan } from '@/lib/domain/money'
import { whole } from '@/lib/domain/statistics/figure'
import type { YearToDay } from '@/lib/domain/statistics/glance'
import { lengthOf } from '@/lib/domain/statistics/picture'
import { say, type Words } from '@/lib/domain/words'
import { routes } from '@/lib/routes'
import { YearsTable } from './years-table'

/** This year beside those before it: contracts and turnover (图 1 of the report). */
export function YearsPanel({
  years,
  statement,
  view,
  source,
}: {
  years: readonly YearToDay[]
  statement: Words
  view: ShownView
  source: string
}) {
  const t = useTranslations('dashboard.years')
  const statistics = useTranslations('statistics')
  const locale = useLocale()
  const read = useReadMoney()
  const title = say(statement, locale)
  const data: ChartData = {
    kind: 'columns',
    labels: years.map(({ year }) => String(year)),
    series: [
      {
        name: statistics('headline.turnover'),
        values: years.map(({ full }) => lengthOf(whole(full.turnover), 'money')),
        shown: years.map(({ full }) => formatWan(full.turnover)),
      },
    ],
  }
  const most = Math.max(...(data.series[0]?.values ?? []), 0)
  return (
    <Panel className="min-w-0" note={t('note')} title={title}>
      <ChartBox
        caption={{ title, subtitle: t('note'), source }}
        data={data}
        description={years
          .map(({ year, full }) =>
            t('described', {
              year: String(year),
              contracts: Number(full.contracts),
              turnover: formatWan(full.turnover),
            }),
          )
          .join('; ')}
        place="inset-x-0 top-0 h-56"
      >
        <ul aria-hidden="true" className="plain flex pt-5" style={{ height: COLUMNS }}>
          {years.map(({ year }, at) => (
            <li className="flex h-full flex-1 items-end justify-center" key={year}>
              <span
                className="hatched w-1/2 max-w-7"
                style={{ height: most > 0 ? `${((data.series[0]?.values[at] ?? 0) / most) * 100}%` : 0 }}
              />
            </li>
          ))}
        </ul>
        <ol className="flex border-t border-edge pt-1 text-center text-sm">
          {years.map(({ year, full }) => {
            const money = read(whole(full.turnover))
            return (
              <li className="min-w-0 flex-1" key={year}>
                <span className="block font-semibold">{year}</span>
                <a
                  className="door block text-sm"
                  data-figure={`years.${year}`}
                  href={routes.statisticsCell(year, 'headline', { ...keptOf(view), back: String(view.year) })}
                >
                  {money.value} <span className="block text-xs text-faint">{money.unit}</span>
                </a>
                <span className="block text-xs text-faint">
                  {t('contracts', { contracts: Number(full.contracts) })}
                </span>
              </li>
            )
          })}
        </ol>
      </ChartBox>
      <YearsTable unit={view.unit} years={years} />
    </Panel>
  )
}
