import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PlanForm } from '@/components/campaign/plan-form'
import { PageHeader } from '@/components/ui/page-header'
import { currentYear } from '@/lib/domain/statistics/query'
import { routes } from '@/lib/routes'
import { requireActor } from '@/lib/services/actor'
import { readPlanning } from '@/lib/services/campaigns/planning'
import { statisticsYears } from '@/lib/services/statistics/read-year'
import { open, preview } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('campaigns'))('newTitle') }
}

/** A self-audit is planned: scope, rules, sample, deadline. */
export default async function NewCampaignPage() {
  const actor = await requireActor('audit.run')
  const [choices, years, t] = await Promise.all([
    readPlanning(actor),
    statisticsYears(actor),
    getTranslations('campaigns'),
  ])
  return (
    <>
      <PageHeader breadcrumb={[{ label: t('title'), href: routes.audit.campaigns() }]} title={t('newTitle')}>
        {t('newIntro')}
      </PageHeader>
      <PlanForm
        choices={choices}
        open={open}
        preview={preview}
        years={years.length > 0 ? years : [currentYear(new Date())]}
      />
    </>
  )
}
