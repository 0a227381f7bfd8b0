import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AddDialog } from '@/components/campaign/add-dialog'
import { CampaignHead } from '@/components/campaign/campaign-head'
import { CloseDialog } from '@/components/campaign/close-dialog'
import { FindingFilters } from '@/components/campaign/finding-filters'
import { type Doing, Findings } from '@/components/campaign/findings'
import { ProgressPanel } from '@/components/campaign/progress-panel'
import { RemindButton } from '@/components/campaign/remind-button'
import { ReportPanel } from '@/components/campaign/report-panel'
import { ScopePanel } from '@/components/campaign/scope-panel'
import { StatusTabs } from '@/components/campaign/status-tabs'
import { LiveRefresh } from '@/components/live/live-refresh'
import { ExportLinks } from '@/components/ui/export-links'
import { Pagination } from '@/components/ui/pagination'
import type { Actor } from '@/lib/domain/access/actor'
import { may } from '@/lib/domain/access/permissions'
import { findingFilterSchema, findingQuery } from '@/lib/domain/audit/finding-filter'
import { progressOf } from '@/lib/domain/audit/progress'
import { ruleWords, shownFinding } from '@/lib/domain/audit/shown-finding'
import { routes } from '@/lib/routes'
import { currentPageSize, requireActor } from '@/lib/services/actor'
import { findingsPerPage, readCampaign, readFindings } from '@/lib/services/campaigns/read'
import { livePosition } from '@/lib/services/live/position'
import { add, answer, close, judge, remind } from '../actions'

interface Props {
  params: Promise<{ campaign: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('campaigns'))('title') }
}

/** A self-audit: how far it has come, what was found, and what it comes to. */
export default async function CampaignPage({ params, searchParams }: Props) {
  const actor = await requireActor('campaign.read')
  const { campaign: id } = await params
  const query = findingFilterSchema.parse(await searchParams)
  const position = livePosition(actor)
  const readAt = new Date()
  const view = await readCampaign(actor, id)
  if (!view) notFound()
  const { campaign, progress, report } = view
  const size = await currentPageSize(findingsPerPage)
  const { findings, count } = await readFindings(actor, id, query, query.page, size)
  const running = campaign.closedAt === null
  const runs = running && may(actor.role, 'audit.run')
  const owing = progress.filter(({ open, returned }) => open + returned > 0).length
  const reportPanel = <ReportPanel campaign={id} interim={running} report={report} />
  const pageOf = (page: number) => routes.audit.campaign(id, findingQuery({ ...query, page }))
  return (
    <>
      <CampaignHead
        actions={
          runs && (
            <>
              <AddDialog act={add} campaign={id} />
              <RemindButton act={remind} campaign={id} owing={owing} />
              <CloseDialog act={close} campaign={id} progress={progressOf(progress)} report={report} />
            </>
          )
        }
        campaign={campaign}
        deadline={view.deadline}
        live={
          running && (
            <LiveRefresh position={position} readAt={readAt} units={actor.unit ?? 'all'} work year={null} />
          )
        }
        openedBy={view.openedBy}
      />
      <div className="grid grid-cols-1 gap-5">
        {!running && reportPanel}
        <ScopePanel
          contracts={report.checked}
          instructions={campaign.instructions}
          plan={campaign.plan}
          year={campaign.year}
        />
        {progress.length > 0 && <ProgressPanel campaign={id} rows={progress} />}
        <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
          <StatusTabs campaign={id} query={query} rows={progress} />
          <ExportLinks filters={{ campaign: id, ...findingQuery(query) }} list="findings" />
          <FindingFilters
            campaign={id}
            query={query}
            rules={report.byRule.map(({ rule, findings: found }) => ({
              id: rule,
              words: ruleWords(rule),
              findings: found,
            }))}
            units={progress.map(({ unit }) => unit)}
          />
        </div>
        <Findings
          acrossUnits={actor.unit === null}
          campaign={id}
          doing={running ? doingOf(actor) : null}
          findings={findings.map(shownFinding)}
          mayAsk={may(actor.role, 'request.ask')}
          pages={
            count > 0 && (
              <Pagination
                from={(query.page - 1) * size + 1}
                nextHref={query.page * size < count ? pageOf(query.page + 1) : undefined}
                previousHref={query.page > 1 ? pageOf(query.page - 1) : undefined}
                to={(query.page - 1) * size + findings.length}
                total={count}
              />
            )
          }
        />
        {running && reportPanel}
      </div>
    </>
  )
}

function doingOf({ role }: Actor): Doing {
  if (may(role, 'audit.answer')) return { as: 'office', act: answer }
  return may(role, 'audit.run') ? { as: 'auditor', act: judge } : null
}
