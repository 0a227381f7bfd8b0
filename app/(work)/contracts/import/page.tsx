import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { BatchTable } from '@/components/import/batch-table'
import { UploadPanel } from '@/components/import/upload-panel'
import { ExportLinks } from '@/components/ui/export-links'
import { FileLink } from '@/components/ui/file-link'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { Panel } from '@/components/ui/panel'
import { MOST_MEGABYTES } from '@/lib/domain/import/batch'
import { routes } from '@/lib/routes'
import { requireActor } from '@/lib/services/actor'
import { kindFor } from '@/lib/services/import/begin'
import { batchesPerPage, readBatches } from '@/lib/services/import/read'

type Props = { searchParams: Promise<{ page?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('imports'))('title') }
}

/** Files of contracts: one is brought in here, and those brought in before are listed. */
export default async function ImportsPage({ searchParams }: Props) {
  const actor = await requireActor('contract.import')
  const page = Math.min(
    10_000,
    Math.max(1, Number.parseInt(String((await searchParams).page ?? '1'), 10) || 1),
  )
  const { batches, more } = await readBatches(actor, page)
  const t = await getTranslations('imports')
  const from = (page - 1) * batchesPerPage + 1
  return (
    <>
      <PageHeader
        actions={
          <>
            {batches.length > 0 && <ExportLinks list="imports" />}
            <FileLink href={routes.importTemplate()}>{t('template')}</FileLink>
          </>
        }
        breadcrumb={[{ label: t('contracts'), href: routes.contracts() }]}
        title={t('title')}
      >
        <p>{t(kindFor(actor) === 'draft' ? 'introDraft' : 'introRegistered')}</p>
      </PageHeader>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        <UploadPanel most={MOST_MEGABYTES} />
        <Panel flush title={t('batches')}>
          <BatchTable batches={batches} />
          {(page > 1 || more) && (
            <Pagination
              from={from}
              nextHref={more ? routes.imports({ page: page + 1 }) : undefined}
              previousHref={page > 1 ? routes.imports({ page: page - 1 }) : undefined}
              to={from + batches.length - 1}
            />
          )}
        </Panel>
      </div>
    </>
  )
}
