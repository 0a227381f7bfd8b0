import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { LiveRefresh } from '@/components/live/live-refresh'
import { PastBanner } from '@/components/statistics/as-of'
import { EmptyYear } from '@/components/statistics/empty-year'
import { StatisticsTabs } from '@/components/statistics/statistics-tabs'
import { keptOf } from '@/components/statistics/view'
import { ViewControls } from '@/components/statistics/view-controls'
import { YearTables } from '@/components/statistics/year-tables'
import { LinkButton } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { PageHeader } from '@/components/ui/page-header'
import { reachOf } from '@/lib/domain/access/permissions'
import { isEmptyBook } from '@/lib/domain/statistics/book'
import { memberWords } from '@/lib/domain/statistics/members'
import { say } from '@/lib/domain/words'
import { officeMoment } from '@/lib/i18n/dates'
import { routes } from '@/lib/routes'
import { readYear, statisticsYears } from '@/lib/services/statistics/read-year'
import { openYear, orNotFound, type YearProps, yearsToChoose } from '../view'

export async function generateMetadata({ params }: YearProps): Promise<Metadata> {
  const t = await getTranslations('statistics')
  return { title: t('title', { year: (await params).year }) }
}

/** Every table and figure of a year, for the reach of whoever looks, now or as of a moment. */
export default async function StatisticsYearPage(props: YearProps) {
  const { actor, year, asked, refused, position } = await openYear(props, routes.statistics)
  const read = await orNotFound(readYear(actor, year, asked))
  const [t, report, locale, met] = await Promise.all([
    getTranslations('statistics'),
    getTranslations('report'),
    getLocale(),
    statisticsYears(actor),
  ])
  const { units, readAt, asOf } = read
  const central = reachOf(actor.role, 'statistics.read') !== 'unit'
  const view = {
    year,
    unit: central ? read.unit : null,
    asOf: asOf?.toISOString() ?? null,
    sameDay: read.sameDay,
  }
  const now = routes.statistics(view.year, { unit: view.unit })
  const whose = read.unit
    ? t('ofUnit', { unit: say(memberWords('unit', read.unit, units), locale) })
    : t('ofCorps')
  const years = yearsToChoose(met, readAt, [year])
  const empty = isEmptyBook(read.book)
  return (
    <>
      <PageHeader
        actions={
          <span className="flex flex-wrap gap-2 print:hidden">
            <LinkButton href={routes.report(view.year, keptOf(view))}>{report('link')}</LinkButton>
            <LinkButton href={routes.checkReport()}>{t('checkReport')}</LinkButton>
          </span>
        }
        status={
          asOf ? null : (
            <LiveRefresh
              key={`${view.year} ${read.unit}`}
              position={position}
              readAt={readAt}
              units={read.unit ?? 'all'}
              work={false}
              year={view.year}
            />
          )
        }
        title={t('title', { year: String(view.year) })}
      >
        <p>
          {whose}
          {asOf ? t('past', { moment: officeMoment(asOf) }) : t('live', { moment: officeMoment(readAt) })}
        </p>
      </PageHeader>
      <StatisticsTabs asOf={view.asOf} current="tables" year={view.year} />
      <ViewControls now={now} refused={refused} units={central ? units : []} view={view} years={years} />
      <PastBanner
        asOf={view.asOf}
        bridge={routes.bridge(view.year, { unit: view.unit, from: view.asOf })}
        now={now}
      />
      {empty ? (
        <EmptyYear addressOf={(one) => routes.statistics(one, keptOf(view))} others={met} year={view.year} />
      ) : (
        <YearTables shown={read.tables} units={units} view={view} />
      )}
      <div className="text-sm text-soft">
        <Disclosure summary={t('reading')}>
          <div className="grid max-w-prose gap-2">
            <p>{t('readingYear')}</p>
            <p>{t('readingMoney')}</p>
            <p>{t('readingTurnover')}</p>
            <p>{t('readingGrowth')}</p>
            <p>{t('readingDoor')}</p>
          </div>
        </Disclosure>
      </div>
    </>
  )
}
