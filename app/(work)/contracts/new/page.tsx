import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { BeginContract } from '@/components/contract/form/begin-contract'
import { PageHeader } from '@/components/ui/page-header'
import { contentSchema } from '@/lib/domain/contract/content'
import { routes } from '@/lib/routes'
import { requireActor } from '@/lib/services/actor'
import { openEntry } from '@/lib/services/contracts/open'
import { createContract, findEarlierContracts } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('entry'))('newTitle') }
}

/** Where a contract begins: blank, or from an earlier one. Opening this page creates nothing. */
export default async function NewContractPage({
  searchParams,
}: {
  searchParams: Promise<{ copyFrom?: string | string[] }>
}) {
  const actor = await requireActor('contract.create')
  const { copyFrom } = await searchParams
  const chosen = typeof copyFrom === 'string' ? await openEntry(actor, copyFrom) : null
  const [t, shell] = await Promise.all([getTranslations('entry'), getTranslations('shell')])
  return (
    <>
      <PageHeader
        breadcrumb={[{ label: shell('navContracts'), href: routes.contracts() }]}
        title={t('newTitle')}
      >
        {t('newIntro')}
      </PageHeader>
      <BeginContract
        chosen={
          chosen && {
            id: chosen.id,
            localNumber: chosen.localNumber,
            name: contentSchema.parse(chosen.content).name ?? null,
          }
        }
        create={createContract}
        findEarlier={findEarlierContracts}
      />
    </>
  )
}
