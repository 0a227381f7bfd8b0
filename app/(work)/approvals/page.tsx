import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Desk } from '@/components/approval/desk'
import { DeskFilters } from '@/components/approval/desk-filters'
import { DeskRefresh } from '@/components/approval/desk-refresh'
import { ExportLinks } from '@/components/ui/export-links'
import { PageHeader } from '@/components/ui/page-header'
import { Tabs } from '@/components/ui/tabs'
import { deskFilterSchema, deskQuery, deskViews } from '@/lib/domain/approval/desk'
import { routes } from '@/lib/routes'
import { requireActor } from '@/lib/services/actor'
import { readDesk } from '@/lib/services/approvals/desk'
import { approveChosen, previewChosen } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('approvals'))('title') }
}

/** The centre's desk: what waits, in the order of deadline and risk. */
export default async function ApprovalsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const actor = await requireActor('desk.read')
  const filter = deskFilterSchema.parse(await searchParams)
  const [t, desk] = await Promise.all([getTranslations('approvals'), readDesk(actor, filter)])
  return (
    <>
      <PageHeader actions={<ExportLinks filters={deskQuery(filter)} list="approvals" />} title={t('title')}>
        {t(desk.mayDecide ? 'intro' : 'introReader')}
      </PageHeader>
      <div className="mb-4 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <Tabs
          current={filter.view}
          label={t('views')}
          tabs={deskViews.map((view) => ({
            key: view,
            label: t(`view.${view}`),
            href: routes.approvals(deskQuery({ ...filter, view })),
            count: desk.counts[view],
          }))}
        />
        <DeskFilters byUnit={Object.fromEntries(desk.byUnit)} filter={filter} />
      </div>
      <Desk
        filter={filter}
        of={desk.counts[filter.view]}
        rows={desk.rows}
        {...(desk.mayDecide && { actions: { preview: previewChosen, approve: approveChosen } })}
      />
      <DeskRefresh />
    </>
  )
}
