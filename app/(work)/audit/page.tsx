import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AuditTabs } from '@/components/campaign/audit-tabs'
import { CampaignTable } from '@/components/campaign/campaign-table'
import { LiveRefresh } from '@/components/live/live-refresh'
import { LinkButton } from '@/components/ui/button'
import { ExportLinks } from '@/components/ui/export-links'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { EmptyState } from '@/components/ui/states'
import { may } from '@/lib/domain/access/permissions'
import { routes } from '@/lib/routes'
import { requireActor } from '@/lib/services/actor'
import { readCampaigns } from '@/lib/services/campaigns/read'
import { livePosition } from '@/lib/services/live/position'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('campaigns'))('title') }
}

/** The self-audits within reach, the latest first. */
export default async function CampaignsPage() {
  const actor = await requireActor('campaign.read')
  const position = livePosition(actor)
  const readAt = new Date()
  const [lines, t] = await Promise.all([readCampaigns(actor), getTranslations('campaigns')])
  const opens = may(actor.role, 'audit.run')
  return (
    <>
      <PageHeader
        actions={
          <>
            {lines.length > 0 && <ExportLinks list="campaigns" />}
            {opens && (
              <LinkButton href={routes.audit.newCampaign()} icon="plus" kind="primary">
                {t('newTitle')}
              </LinkButton>
            )}
          </>
        }
        status={
          <LiveRefresh position={position} readAt={readAt} units={actor.unit ?? 'all'} work year={null} />
        }
        title={t('title')}
      >
        {t(actor.unit === null ? 'intro' : 'introOffice')}
      </PageHeader>
      {may(actor.role, 'audit.read') && <AuditTabs current="campaigns" />}
      <Panel flush={lines.length > 0}>
        {lines.length === 0 ? (
          <EmptyState icon="search" title={t('empty')}>
            {t(opens ? 'emptyHelp' : 'emptyHelpOther')}
          </EmptyState>
        ) : (
          <CampaignTable
            campaigns={lines.map(({ campaign, deadline, progress, sentence }) => ({
              id: campaign.id,
              number: campaign.number,
              year: campaign.year,
              dueOn: campaign.dueOn,
              closed: campaign.closedAt !== null,
              deadline,
              progress,
              sentence,
            }))}
          />
        )}
      </Panel>
    </>
  )
}
