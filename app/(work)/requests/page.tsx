import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LiveRefresh } from '@/components/live/live-refresh'
import { RequestFilters } from '@/components/request/request-filters'
import { RequestTable } from '@/components/request/request-table'
import { LinkButton } from '@/components/ui/button'
import { ExportLinks } from '@/components/ui/export-links'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { Panel } from '@/components/ui/panel'
import { EmptyState } from '@/components/ui/states'
import { Tabs } from '@/components/ui/tabs'
import { requestListSchema, requestQuery, requestTabs } from '@/lib/domain/request/list-query'
import { routes } from '@/lib/routes'
import { currentPageSize, requireActor } from '@/lib/services/actor'
import { livePosition } from '@/lib/services/live/position'
import { readRequests, requestsPerPage } from '@/lib/services/requests/list'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('requests'))('title') }
}

/** What was asked for after registration: an office's own, the centre's over all offices. */
export default async function RequestsPage({ searchParams }: Props) {
  const actor = await requireActor('request.read')
  const query = requestListSchema.parse(await searchParams)
  const { tab, kind, unit, page } = query
  const size = await currentPageSize(requestsPerPage)
  const position = livePosition(actor)
  const readAt = new Date()
  const [{ lines, counts }, t] = await Promise.all([
    readRequests(actor, { open: tab === 'waiting', kind, unit }, page, size),
    getTranslations('requests'),
  ])
  const first = (page - 1) * size
  const at = (to: number) => routes.requests(requestQuery({ ...query, page: to }))
  return (
    <>
      <PageHeader
        status={
          <LiveRefresh position={position} readAt={readAt} units={actor.unit ?? 'all'} work year={null} />
        }
        actions={<ExportLinks filters={requestQuery({ ...query, page: 1 })} list="requests" />}
        title={t('title')}
      >
        {t('intro')}
      </PageHeader>
      <div className="mb-4 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <Tabs
          current={tab}
          label={t('tabs')}
          tabs={requestTabs.map((one) => ({
            key: one,
            label: t(`tab.${one}`),
            href: routes.requests(requestQuery({ ...query, tab: one, page: 1 })),
            count: counts[one],
          }))}
        />
        <RequestFilters query={query} withUnits={actor.unit === null} />
      </div>
      <Panel flush>
        {lines.length === 0 ? (
          <Nothing narrowed={Boolean(kind || unit)} settled={tab === 'settled'} />
        ) : (
          <>
            <RequestTable lines={lines} />
            <Pagination
              from={first + 1}
              nextHref={first + lines.length < counts[tab] ? at(page + 1) : undefined}
              previousHref={page > 1 ? at(page - 1) : undefined}
              to={first + lines.length}
              total={counts[tab]}
            />
          </>
        )}
      </Panel>
    </>
  )
}

async function Nothing({ narrowed, settled }: { narrowed: boolean; settled: boolean }) {
  const t = await getTranslations('requests')
  if (narrowed) {
    return (
      <EmptyState
        action={<LinkButton href={routes.requests()}>{t('showAll')}</LinkButton>}
        icon="check"
        title={t('emptyNarrowed')}
      >
        {t('emptyNarrowedHelp')}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      action={<LinkButton href={routes.contracts({ status: 'registered' })}>{t('toRegistered')}</LinkButton>}
      icon="check"
      title={t(settled ? 'emptySettled' : 'empty')}
    >
      {t('emptyHelp')}
    </EmptyState>
  )
}
