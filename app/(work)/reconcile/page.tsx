import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ReconciliationTable } from '@/components/reconcile/reconciliation-table'
import { UploadPanel } from '@/components/reconcile/upload-panel'
import { ExportLinks } from '@/components/ui/export-links'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { Panel } from '@/components/ui/panel'
import { may } from '@/lib/domain/access/permissions'
import { MOST_MEGABYTES } from '@/lib/domain/import/batch'
import { periodSchema } from '@/lib/domain/reconcile/period'
import { addDays, shanghaiDate } from '@/lib/domain/time/dates'
import { routes } from '@/lib/routes'
import { requireActor } from '@/lib/services/actor'
import { readReconciliations, reconciliationsPerPage } from '@/lib/services/reconcile/read'

type Props = { searchParams: Promise<{ page?: string | string[]; period?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reconcile'))('title') }
}

/** The national system's files held against the register: one is brought in here, and those before are listed. */
export default async function ReconciliationsPage({ searchParams }: Props) {
  const actor = await requireActor('reconcile.read')
  const search = await searchParams
  const page = Math.min(10_000, Math.max(1, Number.parseInt(String(search.page ?? '1'), 10) || 1))
  const [{ lines, more }, t] = await Promise.all([
    readReconciliations(actor, page),
    getTranslations('reconcile'),
  ])
  const from = (page - 1) * reconciliationsPerPage + 1
  const writes = may(actor.role, 'reconcile.write')
  // The month that is just over.
  const usual = addDays(`${shanghaiDate(new Date()).slice(0, 7)}-01`, -1).slice(0, 7)
  return (
    <>
      <PageHeader
        actions={lines.length > 0 && <ExportLinks list="reconciliations" />}
        breadcrumb={[{ label: t('statements'), href: routes.statements() }]}
        title={t('title')}
      >
        {t('intro')}
      </PageHeader>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        {writes && (
          <UploadPanel begun={periodSchema.safeParse(search.period).data ?? usual} most={MOST_MEGABYTES} />
        )}
        <Panel flush title={t('files')}>
          <ReconciliationTable centre={!writes} lines={lines} />
          {(page > 1 || more) && (
            <Pagination
              from={from}
              nextHref={more ? routes.reconciliations({ page: page + 1 }) : undefined}
              previousHref={page > 1 ? routes.reconciliations({ page: page - 1 }) : undefined}
              to={from + lines.length - 1}
            />
          )}
        </Panel>
      </div>
    </>
  )
}
