import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ReportChecker } from '@/components/checker/report-checker'
import { PageHeader } from '@/components/ui/page-header'
import { routes } from '@/lib/routes'
import { requireActor } from '@/lib/services/actor'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('checker')
  return { title: t('title') }
}

/** A report is uploaded or pasted, and its numbers are checked against each other and against the register. */
export default async function CheckReportPage() {
  await requireActor('statistics.read')
  const t = await getTranslations('checker')
  return (
    <>
      <PageHeader breadcrumb={[{ label: t('statistics'), href: routes.statistics() }]} title={t('title')}>
        <p>{t('intro')}</p>
      </PageHeader>
      <ReportChecker />
    </>
  )
}
