import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { FilterChips } from '@/components/contract/contract-filters'
import { AsOfForm, PastBanner } from '@/components/statistics/as-of'
import { CountedContracts } from '@/components/statistics/counted-contracts'
import { LinkButton } from '@/components/ui/button'
import { ExportLinks } from '@/components/ui/export-links'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { reachOf } from '@/lib/domain/access/permissions'
import { filterKeys, readFilters } from '@/lib/domain/contract/filters'
import { paramsOf, usualSort, writeListQuery } from '@/lib/domain/contract/list-query'
import { formatWan } from '@/lib/domain/money'
import { ownAddress } from '@/lib/domain/own-address'
import { countedParams } from '@/lib/domain/statistics/cross-door'
import { routes } from '@/lib/routes'
import { requireActor } from '@/lib/services/actor'
import { readCounted } from '@/lib/services/statistics/read-counted'
import { askedView, leadToInstant, orNotFound, type Search } from '../../view'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('time'))('counted.title') }
}

/** The contracts that counted at a past moment, narrowed by their words of then. */
export default async function CountedPage({ searchParams }: { searchParams: Promise<Search> }) {
  const actor = await requireActor('statistics.read')
  const search = await searchParams
  leadToInstant(routes.counted(), search)
  const { asOf: asked, refused } = askedView(search)
  const params = paramsOf(search)
  const { filters, ignored } = readFilters(filterKeys, params)
  const from = ownAddress(params.get('from')?.[0])
  const before = /^\d{1,15}$/.test(String(search.before)) ? Number(search.before) : undefined
  const read = await orNotFound(readCounted(actor, { filters, asOf: asked ?? new Date(), before }))
  const t = await getTranslations('time')
  const statistics = await getTranslations('statistics.cell')
  const asOf = read.asOf.toISOString()
  const list = countedParams({ filters, asOf: read.asOf, from })
  const tab = reachOf(actor.role, 'contract.read') === 'registered' ? 'all' : 'registered'
  const plain = { tab, sort: usualSort, cursor: null, columns: null } as const
  const now = routes.contracts(writeListQuery({ ...plain, words: [], filters, exact: true, from }))
  return (
    <>
      <PageHeader
        actions={<ExportLinks filters={{ ...list, from: null }} list="counted" />}
        breadcrumb={from ? [{ label: t('counted.back'), href: from }] : []}
        title={t('counted.title')}
      >
        <p>
          {t('counted.sums', {
            contracts: read.sums.contracts.toString(),
            turnover: formatWan(read.sums.turnover),
            technology: formatWan(read.sums.technology),
          })}
        </p>
      </PageHeader>
      <AsOfForm
        action={routes.counted()}
        asOf={asOf}
        kept={{ ...list, asOf: null }}
        now={now}
        refused={refused}
      />
      <PastBanner asOf={asOf} bridge={null} now={now} />
      {ignored.length > 0 && (
        <Notice className="mb-4" kind="warning">
          {t('counted.ignored', { names: ignored.slice(0, 5).join(' ') })}
        </Notice>
      )}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <FilterChips
          filters={filters}
          href={(left) => routes.counted(countedParams({ filters: left.filters, asOf: read.asOf, from }))}
          units={new Map(read.units.map(({ code, words }) => [code, words]))}
        />
        <Panel flush>
          <CountedContracts caption={t('counted.caption')} contracts={read.contracts} units={read.units} />
          <div className="flex justify-end gap-2 px-5 py-3 print:hidden">
            {before !== undefined && (
              <LinkButton href={routes.counted(list)} prefetch={false} size="small">
                {statistics('first')}
              </LinkButton>
            )}
            {read.next !== null && (
              <LinkButton href={routes.counted({ ...list, before: read.next })} prefetch={false} size="small">
                {statistics('more')}
              </LinkButton>
            )}
          </div>
        </Panel>
      </div>
    </>
  )
}
