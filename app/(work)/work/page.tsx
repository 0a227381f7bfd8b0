import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/button'
import { ExportLinks } from '@/components/ui/export-links'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { RegisterTable } from '@/components/work-record/register-table'
import { may } from '@/lib/domain/access/permissions'
import { currentYear } from '@/lib/domain/statistics/query'
import { routes } from '@/lib/routes'
import { requireActor } from '@/lib/services/actor'
import { readRegisters } from '@/lib/services/work-records/list'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('workRecords'))('title') }
}

/** The registers behind the report's opening chapter, and what waits in each. */
export default async function WorkRegistersPage() {
  const actor = await requireActor('work.read')
  const year = currentYear(new Date())
  const [registers, t] = await Promise.all([readRegisters(actor, year), getTranslations('workRecords')])
  return (
    <>
      <PageHeader
        actions={
          <>
            <ExportLinks list="registers" />
            {may(actor.role, 'inflow.read') && (
              <LinkButton href={routes.work.inflow()}>{t('inflow')}</LinkButton>
            )}
          </>
        }
        title={t('title')}
      >
        {t('intro')}
      </PageHeader>
      <Panel flush>
        <RegisterTable registers={registers} withOpen={may(actor.role, 'work.write')} year={year} />
      </Panel>
    </>
  )
}
