import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PrintMany } from '@/components/certificate/print-many'
import { paramsOf, readListQuery } from '@/lib/domain/contract/list-query'
import { requireActor } from '@/lib/services/actor'
import { listContracts } from '@/lib/services/contracts/list'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('certificates'))('many.title') }
}

/** What can be printed of the list that led here. */
export default async function CertificatesPage({ searchParams }: Props) {
  const actor = await requireActor('certificate.print')
  const asked = readListQuery(paramsOf(await searchParams))
  const query = { ...asked, tab: 'registered' as const, cursor: null, exact: false, columns: null }
  const { sums, units } = await listContracts(actor, query)
  return <PrintMany query={query} sums={sums} units={units} />
}
