import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { ContractForm } from '@/components/contract/form/contract-form'
import { CopiedNotice } from '@/components/contract/form/copied-notice'
import { LinkButton } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { StatePage } from '@/components/ui/states'
import { contentSchema } from '@/lib/domain/contract/content'
import { statuses } from '@/lib/domain/contract/lifecycle'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'
import { requireActor } from '@/lib/services/actor'
import { readAttachments } from '@/lib/services/attachments/read'
import { openEntry } from '@/lib/services/contracts/open'
import {
  addOrganisationEntry,
  nameRegionCodes,
  searchOrganisations,
  searchRegionCodes,
} from '../../../organisations/actions'
import { discardSecretContract, saveContract } from '../../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('entry'))('title') }
}

/** The entry form of a draft or a returned contract. */
export default async function EditContractPage({
  params,
  searchParams,
}: {
  params: Promise<{ contractId: string }>
  searchParams: Promise<{ at?: string | string[]; copied?: string | string[] }>
}) {
  const [{ contractId }, query, actor] = await Promise.all([
    params,
    searchParams,
    requireActor('contract.save'),
  ])
  const entry = await openEntry(actor, contractId)
  if (!entry) notFound()
  const [files, t, shell, locale] = await Promise.all([
    readAttachments(actor, { contract: entry.id }),
    getTranslations('entry'),
    getTranslations('shell'),
    getLocale(),
  ])
  if (!entry.actions.includes('save')) {
    return (
      <StatePage
        actions={
          <LinkButton href={routes.contract(entry.id)} kind="primary">
            {t('toContract')}
          </LinkButton>
        }
        title={t('closedTitle')}
      >
        <p>{t('closed', { status: say(statuses[entry.status], locale) })}</p>
      </StatePage>
    )
  }
  const content = contentSchema.parse(entry.content)
  const { id, explanations, savedAt, circumstances, beyond, returned } = entry
  return (
    <>
      <PageHeader
        breadcrumb={[{ label: shell('navContracts'), href: routes.contracts() }]}
        title={content.name || t('untitled')}
      >
        {entry.localNumber}
      </PageHeader>
      {typeof query.copied === 'string' && <CopiedNotice content={content} />}
      <ContractForm
        actions={{
          save: saveContract,
          discardSecret: discardSecretContract,
          searchOrganisations,
          addOrganisation: addOrganisationEntry,
          searchRegions: searchRegionCodes,
          nameRegions: nameRegionCodes,
        }}
        files={files}
        returned={returned}
        start={{ id, me: actor.id, content: entry.content, explanations, savedAt, circumstances, beyond }}
        startAt={typeof query.at === 'string' ? query.at : undefined}
      />
    </>
  )
}
