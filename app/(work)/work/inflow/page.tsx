import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Money } from '@/components/format/money'
import { Count, DateText } from '@/components/format/text'
import { TextLink } from '@/components/ui/button'
import { ExportLinks } from '@/components/ui/export-links'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { Panel } from '@/components/ui/panel'
import { EmptyState } from '@/components/ui/states'
import { RowHead, Table, Td, Th, Tr } from '@/components/ui/table'
import { FileImport } from '@/components/work-record/file-import'
import { may } from '@/lib/domain/access/permissions'
import { yearSchema } from '@/lib/domain/statistics/query'
import { routes } from '@/lib/routes'
import { currentPageSize, requireActor } from '@/lib/services/actor'
import { inflowPerPage, readInflow } from '@/lib/services/inflow/read'
import { MOST_FILE } from '@/lib/services/spreadsheet/arriving-sheet'

type Props = { searchParams: Promise<{ year?: string; page?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('workRecords'))('inflowTitle') }
}

/** Contracts registered elsewhere and bought by the Corps: sums by year, the contracts of one, and the import. */
export default async function InflowPage({ searchParams }: Props) {
  const actor = await requireActor('inflow.read')
  const search = await searchParams
  const page = Math.min(Math.max(1, Math.trunc(Number(search.page)) || 1), 10_000)
  const size = await currentPageSize(inflowPerPage)
  const [{ years, year, rows, total }, t] = await Promise.all([
    readInflow(actor, yearSchema.safeParse(search.year).data ?? null, page, size),
    getTranslations('workRecords'),
  ])
  const first = (page - 1) * size
  const at = (other: number) => routes.work.inflow({ year, page: other > 1 ? other : null })
  return (
    <>
      <PageHeader
        actions={year !== null && rows.length > 0 && <ExportLinks filters={{ year }} list="inflow" />}
        breadcrumb={[{ label: t('title'), href: routes.work.registers() }]}
        title={t('inflowTitle')}
      >
        {t('inflowIntro')}
      </PageHeader>
      <div className="grid gap-5">
        <Panel flush title={t('inflowYears')}>
          {years.length === 0 ? (
            <EmptyState icon="list" title={t('inflowNone')} />
          ) : (
            <Table caption={t('inflowYears')}>
              <thead>
                <tr>
                  <Th>{t('year')}</Th>
                  <Th numeric>{t('contracts')}</Th>
                  <Th numeric>{t('turnover')}</Th>
                  <Th numeric>{t('technology')}</Th>
                </tr>
              </thead>
              <tbody>
                {years.map((one) => (
                  <Tr key={one.year}>
                    <RowHead>
                      <TextLink href={routes.work.inflow({ year: one.year })}>{String(one.year)}</TextLink>
                    </RowHead>
                    <Td label={t('contracts')} numeric>
                      <Count value={one.contracts} />
                    </Td>
                    <Td label={t('turnover')} numeric>
                      <Money fen={one.turnover} unit="wan" />
                    </Td>
                    <Td label={t('technology')} numeric>
                      <Money fen={one.technology} unit="wan" />
                    </Td>
                  </Tr>
                ))}
              </tbody>
            </Table>
          )}
        </Panel>
        {may(actor.role, 'inflow.import') && (
          <section aria-labelledby="inflow-import" className="grid gap-2">
            <h2 className="text-lg" id="inflow-import">
              {t('inflowImport')}
            </h2>
            <p className="max-w-prose text-soft">{t('importInflowIntro')}</p>
            <FileImport address={routes.work.inflowFile()} most={MOST_FILE} next={null} said="resultInflow" />
          </section>
        )}
        {year !== null && rows.length > 0 && (
          <Panel flush title={`${t('inflowList')} · ${t('yearOfList', { year: String(year) })}`}>
            <Table caption={t('inflowList')}>
              <thead>
                <tr>
                  <Th>{t('number')}</Th>
                  <Th>{t('name')}</Th>
                  <Th>{t('seller')}</Th>
                  <Th>{t('buyer')}</Th>
                  <Th numeric>{t('turnover')}</Th>
                  <Th>{t('registeredOn')}</Th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <Tr key={row.number}>
                    <RowHead className="font-mono text-sm">{row.number}</RowHead>
                    <Td label={t('name')}>{row.name}</Td>
                    <Td label={t('seller')}>{row.sellerName}</Td>
                    <Td label={t('buyer')}>{row.buyerName}</Td>
                    <Td label={t('turnover')} numeric>
                      <Money fen={row.turnover} unit="wan" />
                    </Td>
                    <Td label={t('registeredOn')}>
                      <DateText value={row.registeredOn} />
                    </Td>
                  </Tr>
                ))}
              </tbody>
            </Table>
            <Pagination
              from={first + 1}
              nextHref={first + rows.length < total ? at(page + 1) : undefined}
              previousHref={page > 1 ? at(page - 1) : undefined}
              to={first + rows.length}
              total={total}
            />
          </Panel>
        )}
      </div>
    </>
  )
}
