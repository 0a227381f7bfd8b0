import { useTranslations } from 'next-intl'
import { Disclosure } from '@/components/ui/disclosure'
import { formatWan, grouped } from '@/lib/domain/money'
import type { YearToDay } from '@/lib/domain/statistics/glance'
import { routes } from '@/lib/routes'
import { DataLinks } from './data-links'

/** The years in numbers: each whole, and up to the same day as the year shown. */
export function YearsTable({ years, unit }: { years: readonly YearToDay[]; unit: string | null }) {
  const t = useTranslations('dashboard')
  const question = {
    rows: 'year',
    columns: 'none',
    measure: ['contracts', 'turnover', 'technology'],
    year: years.map(({ year }) => String(year)),
    unit,
  }
  return (
    <div className="mt-3 text-sm print:hidden">
      <Disclosure summary={t('table')}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (SC 2.1.1). */}
        <section aria-label={t('years.title')} className="scroll-hint -ml-4 overflow-x-auto" tabIndex={0}>
          <table className="figures">
            <caption className="sr-only">{t('years.title')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('years.year')}</th>
                {(['whole', 'wholeTurnover', 'toDay', 'toDayTurnover'] as const).map((head) => (
                  <th key={head} scope="col">
                    {t(`years.${head}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {years.map(({ year, full, toDay }) => (
                <tr key={year}>
                  <th scope="row">{year}</th>
                  <td>{grouped(String(full.contracts))}</td>
                  <td>{formatWan(full.turnover)}</td>
                  <td>{grouped(String(toDay.contracts))}</td>
                  <td>{formatWan(toDay.turnover)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        <DataLinks addressOf={(format) => routes.crossExport({ ...question, format })} />
      </Disclosure>
    </div>
  )
}
