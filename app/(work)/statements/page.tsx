import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { YearTable } from '@/components/statement/year-table'
import { LinkButton } from '@/components/ui/button'
import { ExportLinks } from '@/components/ui/export-links'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { may } from '@/lib/domain/access/permissions'
import { currentYear, yearSchema } from '@/lib/domain/statistics/query'
import { routes } from '@/lib/routes'
import { requireActor } from '@/lib/services/actor'
import { readStatements } from '@/lib/services/statement/read'

type Props = { searchParams: Promise<{ year?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('statement'))('title') }
}

/** A year of monthly statements: an office's own, the centre's of all units, and which of them are signed. */
export default async function StatementsPage({ searchParams }: Props) {
  const actor = await requireActor('statement.read')
  const latest = currentYear(new Date())
  const asked = yearSchema.safeParse((await searchParams).year)
  const year = asked.success ? asked.data : latest
  const [{ units }, t] = await Promise.all([readStatements(actor, year), getTranslations('statement')])
  return (
    <>
      <PageHeader
        actions={
          <>
            {may(actor.role, 'reconcile.read') && (
              <LinkButton href={routes.reconciliations()}>{t('reconcile')}</LinkButton>
            )}
            <ExportLinks filters={{ year }} list="statements" />
          </>
        }
        title={t('title')}
      >
        {t(actor.unit === null ? 'intro' : 'introOffice')}
      </PageHeader>
      <Panel
        actions={
          <span className="flex gap-2 print:hidden">
            <LinkButton href={routes.statements({ year: year - 1 })} size="small">
              {t('previous')}
            </LinkButton>
            {year < latest && (
              <LinkButton href={routes.statements({ year: year + 1 })} size="small">
                {t('next')}
              </LinkButton>
            )}
          </span>
        }
        flush
        title={t('overview', { year: String(year) })}
      >
        <YearTable units={units} year={year} />
      </Panel>
    </>
  )
}
