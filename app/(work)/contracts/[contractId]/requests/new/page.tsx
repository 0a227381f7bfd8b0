import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { ProposedNotice } from '@/components/import/proposed-notice'
import { RequestForm } from '@/components/request/form/request-form'
import { LinkButton } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { StatePage } from '@/components/ui/states'
import { problemWords } from '@/lib/domain/problem-words'
import { requestKindNames } from '@/lib/domain/request/kinds'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'
import { requireActor } from '@/lib/services/actor'
import { proposedByRow } from '@/lib/services/import/proposed'
import { sentEvidence } from '@/lib/services/requests/evidence'
import { openRequestForm } from '@/lib/services/requests/open'
import {
  addOrganisationEntry,
  nameRegionCodes,
  searchOrganisations,
  searchRegionCodes,
} from '../../../../organisations/actions'
import { askRequest, previewOfRequest } from '../../../../requests/actions'

type Props = {
  params: Promise<{ contractId: string }>
  searchParams: Promise<Partial<Record<'kind' | 'import' | 'row', string | string[]>>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('requests.form'))('title') }
}

/** The form for something to be done to a registered contract. */
export default async function NewRequestPage({ params, searchParams }: Props) {
  const [{ contractId }, { kind, import: batch, row }, actor] = await Promise.all([
    params,
    searchParams,
    requireActor('request.ask'),
  ])
  const start = await openRequestForm(actor, contractId)
  if (!start) notFound()
  const [papers, proposed, t, locale] = await Promise.all([
    sentEvidence(actor, { contract: start.id }),
    batch === undefined
      ? null
      : proposedByRow(actor, { batch: String(batch), row: Number(row), contract: start.id }),
    getTranslations('requests.form'),
    getLocale(),
  ])
  const toContract = <LinkButton href={routes.contract(start.id)}>{t('toContract')}</LinkButton>
  if (start.open) {
    return (
      <StatePage
        actions={
          <>
            <LinkButton href={routes.request(start.open)} kind="primary">
              {t('toOpen')}
            </LinkButton>
            {toContract}
          </>
        }
        title={t('openTitle')}
      >
        <p>{t('openHelp')}</p>
      </StatePage>
    )
  }
  if (start.status !== 'registered') {
    return (
      <StatePage actions={toContract} title={t('closedTitle')}>
        <p>{say(problemWords({ code: 'not-registered', status: start.status }), locale)}</p>
      </StatePage>
    )
  }
  return (
    <>
      <PageHeader
        breadcrumb={[{ label: start.name || start.number, href: routes.contract(start.id) }]}
        title={t('title')}
      >
        <span className="font-mono">{start.number}</span> {start.name}
      </PageHeader>
      {proposed && <ProposedNotice proposed={proposed} />}
      <RequestForm
        actions={{
          ask: askRequest,
          preview: previewOfRequest,
          searchOrganisations,
          addOrganisation: addOrganisationEntry,
          searchRegions: searchRegionCodes,
          nameRegions: nameRegionCodes,
        }}
        begun={requestKindNames.find((one) => one === kind) ?? null}
        contract={{ id: start.id, revision: start.revision, content: start.content }}
        most={start.most}
        papers={papers}
        {...(proposed && { proposed: proposed.patch })}
      />
    </>
  )
}
