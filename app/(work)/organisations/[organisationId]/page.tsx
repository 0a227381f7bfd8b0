import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { FieldValue } from '@/components/contract/field-value'
import { OrganisationEditor } from '@/components/contract/form/organisation-editor'
import { DateText } from '@/components/format/text'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { may } from '@/lib/domain/access/permissions'
import { fields } from '@/lib/domain/contract/fields'
import { masked, seesSensitive } from '@/lib/domain/contract/sensitive'
import { routes } from '@/lib/routes'
import { requireActor } from '@/lib/services/actor'
import { readOrganisation } from '@/lib/services/organisations/read'
import {
  addOrganisationEntry,
  correctOrganisationEntry,
  nameRegionCodes,
  searchOrganisations,
  searchRegionCodes,
} from '../actions'

type Props = { params: Promise<{ organisationId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('organisations'))('title') }
}

/** One organisation: read by everybody who sees contracts, corrected by offices and approvers. */
export default async function OrganisationPage({ params }: Props) {
  const [actor, { organisationId }] = await Promise.all([requireActor('organisation.read'), params])
  const [entry, t] = await Promise.all([
    readOrganisation(actor, organisationId),
    getTranslations('organisations'),
  ])
  if (!entry) notFound()
  return (
    <>
      <PageHeader
        breadcrumb={[{ label: t('title'), href: routes.organisations() }]}
        title={entry.details.name}
      >
        {t('updated')} <DateText form="moment" value={entry.updatedAt} />
      </PageHeader>
      <Panel>
        {may(actor.role, 'organisation.write') ? (
          <OrganisationEditor
            actions={{
              searchOrganisations,
              addOrganisation: addOrganisationEntry,
              searchRegions: searchRegionCodes,
              nameRegions: nameRegionCodes,
            }}
            correct={correctOrganisationEntry}
            details={entry.details}
            id={entry.id}
            key={entry.updatedAt.toISOString()}
            seen={entry.updatedAt.toISOString()}
          />
        ) : (
          <FieldValue
            spec={fields.seller}
            value={seesSensitive(actor.role) ? entry.details : masked({ seller: entry.details }).seller}
          />
        )}
      </Panel>
    </>
  )
}
