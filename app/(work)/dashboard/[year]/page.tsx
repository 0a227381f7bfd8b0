import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { YearDashboard } from '@/components/dashboard/year-dashboard'
import { EmptyYear } from '@/components/statistics/empty-year'
import { ViewControls } from '@/components/statistics/view-controls'
import { TextLink } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { CentreWork } from '@/components/work/centre-work'
import { OfficeWork } from '@/components/work/office-work'
import type { Actor } from '@/lib/domain/access/actor'
import { may, reachOf } from '@/lib/domain/access/permissions'
import { isEmptyBook } from '@/lib/domain/statistics/book'
import { currentYear, yearSchema } from '@/lib/domain/statistics/query'
import { routes } from '@/lib/routes'
import { requireActor } from '@/lib/services/actor'
import { readDashboard } from '@/lib/services/statistics/read-dashboard'
import { statisticsYears } from '@/lib/services/statistics/read-year'
import { readCentreWork } from '@/lib/services/work/read-centre-work'
import { readOfficeWork } from '@/lib/services/work/read-office-work'
import { askedView, type Search } from '../../statistics/view'
import { found, seenOf } from '../seen'

type Props = { params: Promise<{ year: string }>; searchParams: Promise<Search> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('dashboard')
  return { title: t('title', { year: (await params).year }) }
}

/** The year at a glance, for the reach of whoever looks. */
export default async function DashboardYearPage({ params, searchParams }: Props) {
  const actor = await requireActor('statistics.read')
  const year = yearSchema.safeParse((await params).year)
  if (!year.success) notFound()
  const asked = askedView(await searchParams)
  const [read, met, work, t] = await Promise.all([
    found(readDashboard(actor, year.data, asked)),
    statisticsYears(actor),
    workOf(actor, year.data),
    getTranslations('dashboard'),
  ])
  const central = reachOf(actor.role, 'statistics.read') !== 'unit'
  const { view, telling, source, whose } = await seenOf(read, central)
  const years = [...new Set([...met, currentYear(read.readAt), year.data])].sort((a, b) => b - a)
  return (
    <>
      <PageHeader
        actions={
          <>
            <TextLink href={routes.statistics(view.year, { unit: view.unit })}>{t('toTables')}</TextLink>
            <TextLink href={routes.wall(view.year, { unit: view.unit })}>{t('toWall')}</TextLink>
          </>
        }
        title={t('title', { year: String(view.year) })}
      >
        <p>{whose}</p>
      </PageHeader>
      <ViewControls
        action={routes.dashboard()}
        officeClock={null}
        units={central ? read.units : []}
        view={view}
        years={years}
      />
      {isEmptyBook(read.book) ? (
        <div className="grid gap-5">
          <EmptyYear
            addressOf={(one) => routes.dashboard(one, { unit: view.unit })}
            others={met}
            year={view.year}
          />
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

/** What the page says beside the year's figures: to an office of its own work, to the centre of everybody's. */
async function workOf(actor: Actor, year: number): Promise<ReactNode> {
  if (may(actor.role, 'work.office')) return <OfficeWork data={await readOfficeWork(actor, year)} />
  if (may(actor.role, 'desk.read')) return <CentreWork data={await readCentreWork(actor, year)} />
  return null
}
