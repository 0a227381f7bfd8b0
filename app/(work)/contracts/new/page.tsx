import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { BeginContract } from '@/components/contract/form/begin-contract'
import { PageHeader } from '@/components/ui/page-header'
import { NoPermission } from '@/components/ui/states'
import { may } from '@/lib/domain/access/permissions'
import { roles } from '@/lib/domain/access/roles'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'
import { currentActor } from '@/lib/services/actor'
import { createContract, findEarlierContracts } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('entry'))('newTitle') }
}

/** Where a contract begins: blank, or from an earlier one. Opening this page creates nothing. */
export default async function NewContractPage() {
  const [actor, t, shell, locale] = await Promise.all([
    currentActor(),
    getTranslations('entry'),
    getTranslations('shell'),
    getLocale(),
  ])
  if (!actor || !may(actor.role, 'contract.create')) {
    return <NoPermission roleLabel={actor ? say(roles[actor.role], locale) : undefined} />
  }
  return (
    <>
      <PageHeader
        breadcrumb={[{ label: shell('navContracts'), href: routes.contracts() }]}
        title={t('newTitle')}
      >
        {t('newIntro')}
      </PageHeader>
      <BeginContract create={createContract} findEarlier={findEarlierContracts} />
    </>
  )
}
