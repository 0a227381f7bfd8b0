import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { YearDashboard } from '@/components/dashboard/year-dashboard'
import { LiveRefresh } from '@/components/live/live-refresh'
import { PastBanner } from '@/components/statistics/as-of'
import { EmptyYear } from '@/components/statistics/empty-year'
import { keptOf } from '@/components/statistics/view'
import { ViewControls } from '@/components/statistics/view-controls'
import { TextLink } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { isEmptyBook } from '@/lib/domain/statistics/book'
import { routes } from '@/lib/routes'
import { readDashboard } from '@/lib/services/statistics/read-dashboard'
import { statisticsYears } from '@/lib/services/statistics/read-year'
import { openYear, orNotFound, type YearProps, yearsToChoose } from '../../statistics/view'
import { seenOf } from '../seen'
import { workOf } from '../work'

export async function generateMetadata({ params }: YearProps): Promise<Metadata> {
  const t = await getTranslations('dashboard')
  return { title: t('title', { year: (await params).year }) }
}

/** The year at a glance, for the reach of whoever looks, and the work that waits for them. */
export default async function DashboardYearPage(props: YearProps) {
  const { actor, year, asked, refused, position } = await openYear(props, routes.dashboard)
  const central = actor.unit === null
  // Work is of now and over the whole reach: a past moment or a chosen unit has figures alone.
  const withWork = asked.asOf === null && (asked.unit === null || !central)
  const [read, work, met, t, report] = await Promise.all([
    orNotFound(readDashboard(actor, year, asked)),
    withWork ? workOf(actor, year) : null,
    statisticsYears(actor),
    getTranslations('dashboard'),
    getTranslations('report'),
  ])
  const { view, telling, source, whose } = await seenOf(read, central)
  const now = routes.dashboard(view.year, { unit: view.unit })
  const years = yearsToChoose(met, read.readAt, [year])
  return (
    <>
      <PageHeader
        actions={
          <>
            <TextLink href={routes.statistics(view.year, keptOf(view))}>{t('toTables')}</TextLink>
            <TextLink href={routes.report(view.year, keptOf(view))}>{report('link')}</TextLink>
            <TextLink href={routes.wall(view.year, { unit: view.unit })}>{t('toWall')}</TextLink>
          </>
        }
        status={
          read.asOf ? null : (
            <LiveRefresh
              key={`${view.year} ${read.unit}`}
              position={position}
              readAt={read.readAt}
              units={read.unit ?? 'all'}
              work={work !== null}
              year={view.year}
            />
          )
        }
        title={t('title', { year: String(view.year) })}
      >
        <p>{whose}</p>
      </PageHeader>
      <ViewControls
        action={routes.dashboard()}
        now={now}
        refused={refused}
        units={central ? read.units : []}
        view={view}
        years={years}
      />
      <PastBanner
        asOf={view.asOf}
        bridge={routes.bridge(view.year, { unit: view.unit, from: view.asOf })}
        now={now}
      />
      {isEmptyBook(read.book) ? (
        <div className="grid gap-5">
          <EmptyYear addressOf={(one) => routes.dashboard(one, keptOf(view))} others={met} year={view.year} />
          {work}
        </div>
      ) : (
        <YearDashboard
          book={read.book}
          glance={read}
          source={source}
          tables={read.tables}
          telling={telling}
          units={read.units}
          view={view}
          work={work}
        />
      )}
    </>
  )
}
