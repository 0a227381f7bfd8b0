import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { LiveRefresh } from '@/components/live/live-refresh'
import { ReportDocument } from '@/components/report/report-document'
import { ReportFiles } from '@/components/report/report-files'
import { spansIn } from '@/components/report/said-text'
import { PastBanner } from '@/components/statistics/as-of'
import { keptOf } from '@/components/statistics/view'
import { ViewControls } from '@/components/statistics/view-controls'
import { LinkButton } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/domain/access/permissions'
import { plain } from '@/lib/domain/report/spans'
import { say } from '@/lib/domain/words'
import { officeMoment } from '@/lib/i18n/dates'
import { type Query, routes } from '@/lib/routes'
import type { ReportForm } from '@/lib/services/report/forms/types'
import { readReport } from '@/lib/services/report/read-report'
import { statisticsYears } from '@/lib/services/statistics/read-year'
import { seenOf } from '../../dashboard/seen'
import { openYear, orNotFound, type YearProps, yearsToChoose } from '../../statistics/view'
import { StandingOfReport } from './standing'

export async function generateMetadata({ params }: YearProps): Promise<Metadata> {
  const t = await getTranslations('report')
  return { title: t('title', { year: (await params).year }) }
}

/** The annual report of a year in words, tables and figures, for the reach of whoever looks, now or as of a moment. */
export default async function ReportYearPage(props: YearProps) {
  const { actor, year, asked, refused, position } = await openYear(props, routes.report)
  const central = actor.unit === null
  const [read, met, t, editor, statistics, locale] = await Promise.all([
    orNotFound(readReport(actor, { year, ...asked })),
    statisticsYears(actor),
    getTranslations('report'),
    getTranslations('reportEditor'),
    getTranslations('statistics'),
    getLocale(),
  ])
  const { source, view: seen } = await seenOf(read, central)
  // The way back from its contracts is to the tables of the year.
  const { from: _, ...view } = seen
  const { asOf, readAt, units } = read
  const now = routes.report(view.year, { unit: view.unit })
  const years = yearsToChoose(met, readAt, [view.year])
  return (
    <div className="report">
      <PageHeader
        actions={
          !asOf &&
          may(actor.role, 'report.comment') && (
            <LinkButton href={routes.editReport(view.year, { unit: view.unit })}>
              {editor(may(actor.role, 'report.edit') ? 'link' : 'linkComment')}
            </LinkButton>
          )
        }
        breadcrumb={[
          {
            label: statistics('title', { year: String(view.year) }),
            href: routes.statistics(view.year, keptOf(view)),
          },
        ]}
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
        title={plain(spansIn(read.title, locale))}
      >
        <p>{say(read.issuer, locale)}</p>
        <p>
          {asOf
            ? t('momentPast', { moment: officeMoment(asOf) })
            : t('moment', { moment: officeMoment(readAt) })}
        </p>
      </PageHeader>
      <ViewControls
        action={routes.report()}
        now={now}
        refused={refused}
        units={central ? units : []}
        view={view}
        years={years}
      />
      <ReportFiles
        addresses={fileAddresses(view.year, { unit: view.unit, asOf: asOf?.toISOString(), language: locale })}
        name={plain(spansIn(read.title, locale))}
      />
      <div className="print:hidden">
        <PastBanner
          asOf={view.asOf}
          bridge={routes.bridge(view.year, { unit: view.unit, from: view.asOf })}
          now={now}
        />
      </div>
      {asOf === null && <StandingOfReport actor={actor} read={read} />}
      <ReportDocument
        chapters={read.chapters}
        source={source}
        tables={read.tables}
        units={units}
        view={view}
      />
      <p className="mt-4 max-w-[46rem] text-sm text-soft print:hidden">{t('reading')}</p>
    </div>
  )
}

const fileAddresses = (year: number, query: Query): Record<ReportForm, string> => ({
  docx: routes.reportFile(year, { ...query, form: 'docx' }),
  pdf: routes.reportFile(year, { ...query, form: 'pdf' }),
  xlsx: routes.reportFile(year, { ...query, form: 'xlsx' }),
})
