import { useLocale, useTranslations } from 'next-intl'
import { useReadMoney } from '@/components/statistics/read-money'
import { Panel } from '@/components/ui/panel'
import { grouped } from '@/lib/domain/money'
import type { Sums } from '@/lib/domain/statistics/book'
import { whole } from '@/lib/domain/statistics/figure'
import { type Forecast, forecast, noForecastWords } from '@/lib/domain/statistics/forecast'
import type { YearToDay } from '@/lib/domain/statistics/glance'
import type { Telling } from '@/lib/domain/statistics/statements/telling'
import { say } from '@/lib/domain/words'

/** Where the running year will probably end: an estimate with its interval and its method, or why there is none. */
export function ForecastPanel({ years, telling }: { years: readonly YearToDay[]; telling: Telling }) {
  const t = useTranslations('dashboard.forecast')
  const locale = useLocale()
  const read = useReadMoney()
  const own = years.find(({ year }) => year === telling.year)
  const earlier = years.filter(({ year }) => year < telling.year)
  const estimate = (amount: 'turnover' | 'contracts'): Forecast =>
    forecast({
      ...telling,
      toDate: own?.full[amount] ?? 0n,
      earlier: earlier.map(({ year, full, toDay }) => ({ year, toDay: toDay[amount], whole: full[amount] })),
      unit: amount === 'turnover' ? 'money' : 'count',
    })
  // Estimates are rounded to 万元; further digits would pretend.
  const money = (fen: bigint) => {
    const { value, unit } = read(whole(fen))
    return `${value.replace(/\.00$/, '')} ${unit}`
  }
  const items = (count: bigint) => t('items', { count: Number(count), shown: grouped(String(count)) })
  const [turnover, contracts] = [estimate('turnover'), estimate('contracts')]
  const title =
    turnover.kind === 'none'
      ? t('title')
      : t(turnover.kind === 'actual' ? 'ended' : 'says', {
          value: money(turnover.kind === 'actual' ? turnover.value : turnover.central),
        })
  return (
    <Panel className="min-w-0" id="forecast" title={title}>
      {turnover.kind === 'none' && (
        <p className="text-soft">{say(noForecastWords[turnover.reason], locale)}</p>
      )}
      {turnover.kind === 'estimate' && (
        <>
          <Range
            estimate={turnover}
            label={t('turnover')}
            last={lastOf(earlier, telling.year)?.turnover}
            toDate={own?.full.turnover ?? 0n}
            write={money}
          />
          {contracts.kind === 'estimate' && (
            <Range
              estimate={contracts}
              label={t('contracts')}
              last={lastOf(earlier, telling.year)?.contracts}
              toDate={own?.full.contracts ?? 0n}
              write={items}
            />
          )}
          <p className="mt-3 text-sm text-faint">{say(turnover.method, locale)}</p>
        </>
      )}
    </Panel>
  )
}

const lastOf = (earlier: readonly YearToDay[], year: number): Sums | undefined =>
  earlier.find((one) => one.year === year - 1)?.full

/** What is registered, where it will probably end, and how sure that is; last year beside it. */
function Range({
  label,
  estimate,
  toDate,
  last,
  write,
}: {
  label: string
  estimate: Extract<Forecast, { kind: 'estimate' }>
  toDate: bigint
  last: bigint | undefined
  write: (value: bigint) => string
}) {
  const t = useTranslations('dashboard.forecast')
  const { central, low, high } = estimate
  const most = [high, last ?? 0n].reduce((a, b) => (a > b ? a : b))
  const at = (value: bigint) => `${(Number(value) / Number(most)) * 100}%`
  return (
    <div className="mb-3">
      <p className="flex flex-wrap items-baseline justify-between gap-x-3">
        <span className="text-sm text-soft">{label}</span>
        <span>
          {t.rich('range', {
            central: write(central),
            low: write(low),
            high: write(high),
            strong: (chunks) => <strong className="text-md font-semibold">{chunks}</strong>,
          })}
        </span>
      </p>
      <div aria-hidden="true" className="relative mt-1 h-5 border-b border-edge">
        <span className="hatched absolute bottom-0 left-0 h-3" style={{ width: at(toDate) }} />
        <span
          className="hatched absolute bottom-0 h-3 opacity-60"
          data-at="2"
          style={{ left: at(low), width: at(high - low) }}
        />
        <span
          className="absolute bottom-0 h-4 border-l-2 border-ink"
          style={{ left: `calc(${at(central)} - 1px)` }}
        />
        {last !== undefined && (
          <span
            className="absolute bottom-0 h-5 border-l-2 border-dotted border-faint"
            style={{ left: `calc(${at(last)} - 2px)` }}
          />
        )}
      </div>
      <p className="mt-1 text-xs text-faint">
        {t('soFar', { value: write(toDate) })}
        {last !== undefined && ` · ${t('last', { value: write(last) })}`}
      </p>
    </div>
  )
}
