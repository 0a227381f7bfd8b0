import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AttachmentPanel } from '@/components/contract/attachment-panel'
import { DuplicateCompare } from '@/components/contract/duplicate-compare'
import { Answers } from '@/components/contract/form/answers'
import { EffectsPanel } from '@/components/contract/form/effects-panel'
import { openPoints } from '@/components/contract/form/open-points'
import { SubmitPanel } from '@/components/contract/form/submit-panel'
import { LinkButton, TextLink } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { papersFor } from '@/lib/domain/attachments/papers'
import { check } from '@/lib/domain/contract/check'
import { contentSchema } from '@/lib/domain/contract/content'
import { isRegionLeaf } from '@/lib/domain/regions'
import { routes } from '@/lib/routes'
import { requireActor } from '@/lib/services/actor'
import { readAttachments } from '@/lib/services/attachments/read'
import { readEffects } from '@/lib/services/contracts/effects'
import { openEntry } from '@/lib/services/contracts/open'
import { discardContract, submitContract } from '../../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('checks'))('title') }
}

/** Check your answers: everything as it will be submitted, what is still open, and which figures will move. */
export default async function CheckContractPage({ params }: { params: Promise<{ contractId: string }> }) {
  const [{ contractId }, actor] = await Promise.all([params, requireActor('contract.save')])
  const entry = await openEntry(actor, contractId)
  if (!entry) notFound()
  if (!entry.actions.includes('submit')) redirect(routes.contract(entry.id))
  const [files, t, entryWords, shell] = await Promise.all([
    readAttachments(actor, { contract: entry.id }),
    getTranslations('checks'),
    getTranslations('entry'),
    getTranslations('shell'),
  ])
  const content = contentSchema.parse(entry.content)
  const { duplicates } = entry
  const findings = [...check(content, { ...entry.circumstances, isPlace: isRegionLeaf }), ...entry.beyond]
  const open = openPoints(content, findings, entry.explanations)
  const effects = open.some(({ severity }) => severity === 'error')
    ? null
    : await readEffects(actor, entry.id)
  return (
    <>
      <PageHeader
        actions={<LinkButton href={routes.editContract(entry.id)}>{t('back')}</LinkButton>}
        breadcrumb={[
          { label: shell('navContracts'), href: routes.contracts() },
          { label: content.name ?? entry.localNumber, href: routes.editContract(entry.id) },
        ]}
        title={t('title')}
      >
        {t('intro')}
      </PageHeader>
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem] xl:grid-cols-[minmax(0,1fr)_26rem]">
        <div className="grid gap-5">
          {duplicates.length > 0 && (
            <Panel title={t('duplicates')}>
              <DuplicateCompare duplicates={duplicates} own={content} />
            </Panel>
          )}
          <Answers content={content} explanations={entry.explanations} findings={findings} id={entry.id} />
          <Panel
            actions={
              <TextLink href={routes.editContract(entry.id, { at: 'attachments' })}>{t('change')}</TextLink>
            }
            title={entryWords('attachments')}
          >
            <AttachmentPanel
              contract={entry.id}
              files={files}
              papers={papersFor(content, entry.circumstances)}
            />
          </Panel>
          {duplicates.length === 0 && <p className="text-sm text-faint">{t('noDuplicates')}</p>}
        </div>
        <div className="grid gap-5 lg:sticky lg:top-[calc(var(--spacing-bar)+1.5rem)] max-lg:-order-1">
          <SubmitPanel
            content={entry.content}
            discard={discardContract}
            id={entry.id}
            mayDiscard={entry.actions.includes('discard')}
            open={open}
            revision={entry.revision}
            submit={submitContract}
          />
          <EffectsPanel effects={effects} />
        </div>
      </div>
    </>
  )
}
