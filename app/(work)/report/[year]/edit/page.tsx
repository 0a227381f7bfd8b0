import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { LiveRefresh } from '@/components/live/live-refresh'
import { ReportEditor } from '@/components/report/editor/report-editor'
import { FigureBody } from '@/components/report/report-figure'
import { TableBody } from '@/components/report/report-table'
import { spansIn } from '@/components/report/said-text'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/domain/access/permissions'
import { plain } from '@/lib/domain/report/spans'
import { viewSchema, yearSchema } from '@/lib/domain/statistics/query'
import { routes } from '@/lib/routes'
import { requireActor } from '@/lib/services/actor'
import { livePosition } from '@/lib/services/live/position'
import { readDraft } from '@/lib/services/report/read-draft'
import { seenOf } from '../../../dashboard/seen'
import { orNotFound, type Search } from '../../../statistics/view'
import { comment, latest, resolve, save, slots } from './actions'

type Props = { params: Promise<{ year: string }>; searchParams: Promise<Search> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('reportEditor')
  return { title: t('pageTitle', { year: (await params).year }) }
}

/** Where staff write around the report of a year, and the centre and leadership comment on it. */
export default async function EditReportPage({ params, searchParams }: Props) {
  const actor = await requireActor('report.comment')
  const year = yearSchema.safeParse((await params).year)
  const asked = viewSchema.pick({ unit: true }).safeParse({ unit: (await searchParams).unit })
  if (!year.success || !asked.success) notFound()
  const unit = asked.data.unit ?? null
  const position = livePosition(actor)
  const [draft, t, locale] = await Promise.all([
    orNotFound(readDraft(actor, year.data, unit)),
    getTranslations('reportEditor'),
    getLocale(),
  ])
  const { statistics, report, saved, values, history, comments } = draft
  const { units, tables } = statistics
  const { source, view } = await seenOf(statistics, true)
  const parts = { view, units, tables, source }
  const bodies = Object.fromEntries(
    report.chapters
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) => {
        if (block.kind === 'table') return [[block.id, <TableBody block={block} key={block.id} {...parts} />]]
        if (block.kind === 'figure')
          return [[block.id, <FigureBody block={block} key={block.id} {...parts} />]]
        return []
      }),
  )
  const editable = may(actor.role, 'report.edit')
  const title = plain(spansIn(report.title, locale))
  return (
    <div className="report">
      <PageHeader
        breadcrumb={[{ label: title, href: routes.report(year.data, { unit }) }]}
        status={
          <LiveRefresh
            key={`${year.data} ${unit}`}
            position={position}
            readAt={statistics.readAt}
            units={unit ?? 'all'}
            work={false}
            year={year.data}
          />
        }
        title={t(editable ? 'title' : 'titleComment')}
      >
        <p>{t(editable ? 'intro' : 'introComment')}</p>
      </PageHeader>
      <ReportEditor
        actions={{ save, latest, slots, comment, resolve }}
        bodies={bodies}
        comments={comments}
        editable={editable}
        history={history}
        key={`${year.data} ${unit}`}
        me={actor.id}
        of={{ year: year.data, unit }}
        report={report}
        saved={saved}
        units={units}
        values={values}
        view={view}
      />
    </div>
  )
}
