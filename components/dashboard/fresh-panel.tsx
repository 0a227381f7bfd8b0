import { useLocale, useTranslations } from 'next-intl'
import { Money } from '@/components/format/money'
import { DateText } from '@/components/format/text'
import { keptOf, type ShownView } from '@/components/statistics/view'
import { Panel } from '@/components/ui/panel'
import { formatWan } from '@/lib/domain/money'
import type { Sums } from '@/lib/domain/statistics/book'
import type { CountedContract } from '@/lib/domain/statistics/counted'
import type { Fresh } from '@/lib/domain/statistics/glance'
import { memberWords, type UnitMember } from '@/lib/domain/statistics/members'
import { say, type Words } from '@/lib/domain/words'
import { routes } from '@/lib/routes'

/** What today and this week brought, and the contracts registered last. */
export function FreshPanel({
  statement,
  fresh,
  latest,
  units,
  view,
}: {
  statement: Words | null
  fresh: Fresh | null
  latest: readonly CountedContract[]
  units: readonly UnitMember[]
  view: ShownView
}) {
  const t = useTranslations('dashboard.fresh')
  const locale = useLocale()
  const door = (key: string, { contracts, turnover }: Sums, from: string, until: string) => {
    const shown = t('sums', { contracts: Number(contracts), turnover: formatWan(turnover) })
    return (
      <span data-figure={`fresh.${key}`}>
        {contracts > 0n ? (
          <a
            className="door"
            href={routes.statisticsCell(view.year, 'headline', {
              from,
              until,
              ...keptOf(view),
              back: String(view.year),
            })}
          >
            {shown}
          </a>
        ) : (
          shown
        )}
      </span>
    )
  }
  return (
    <Panel className="min-w-0" title={statement ? say(statement, locale) : t('latest')}>
      {fresh && (
        <dl className="mb-4 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
          <dt className="text-soft">{t('today')}</dt>
          <dd>{door('today', fresh.ofToday, fresh.today, fresh.today)}</dd>
          <dt className="text-soft">{t('week')}</dt>
          <dd>{door('week', fresh.ofWeek, fresh.week.from, fresh.week.to)}</dd>
        </dl>
      )}
      {fresh && latest.length > 0 && <h3 className="mb-1 text-sm text-faint">{t('latest')}</h3>}
      <ol>
        {latest.map((one) => (
          <li className="border-t border-line py-2 first:border-0" key={one.posting}>
            <a className="line-clamp-1 hover:text-jade hover:underline" href={routes.contract(one.id)}>
              {one.name}
            </a>
            <p className="flex justify-between gap-3 text-sm text-faint">
              <span className="truncate">
                {say(memberWords('unit', one.unit, units), locale)} · <DateText value={one.registeredOn} />
              </span>
              <Money fen={one.turnover} showUnit unit="wan" />
            </p>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
