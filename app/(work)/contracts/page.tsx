import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ContractList } from '@/components/contract/contract-list'
import { may } from '@/lib/domain/access/permissions'
import { paramsOf, readListQuery } from '@/lib/domain/contract/list-query'
import { currentPageSize, requireActor } from '@/lib/services/actor'
import { listContracts } from '@/lib/services/contracts/list'
import { shownColumns } from './list-view'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('contracts'))('title') }
}

/** The register within the reader's reach; everything chosen stands in the address. */
export default async function ContractsPage({ searchParams }: Props) {
  const actor = await requireActor('contract.read')
  const query = readListQuery(paramsOf(await searchParams))
  const page = await listContracts(actor, query, await currentPageSize())
  return (
    <ContractList
      acrossUnits={actor.unit === null}
      mayCreate={may(actor.role, 'contract.create')}
      mayExport={may(actor.role, 'contract.export')}
      mayImport={may(actor.role, 'contract.import')}
      mayPrint={may(actor.role, 'certificate.print')}
      page={page}
      query={query}
      shown={await shownColumns(actor, query)}
    />
  )
}
