import { useLocale, useTranslations } from 'next-intl'
import { Tabs } from '@/components/ui/tabs'
import { findingStatuses, findingStatusNames } from '@/lib/domain/audit/finding'
import { type FindingQuery, findingQuery } from '@/lib/domain/audit/finding-filter'
import { progressOf, type StatusCounts } from '@/lib/domain/audit/progress'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'

/** Findings by where they stand; counted as far as they are narrowed by unit alone. */
export function StatusTabs({
  campaign,
  query,
  rows,
}: {
  campaign: string
  query: FindingQuery
  rows: readonly (StatusCounts & { unit: string })[]
}) {
  const t = useTranslations('campaigns')
  const locale = useLocale()
  const own = rows.filter(({ unit }) => query.unit === undefined || unit === query.unit)
  const counted = (count: number) => (query.rule === undefined ? { count } : {})
  const hrefOf = (status: FindingQuery['status']) =>
    routes.audit.campaign(campaign, findingQuery({ ...query, status, page: 1 }))
  return (
    <Tabs
      current={query.status ?? 'all'}
      label={t('byState')}
      tabs={[
        { key: 'all', label: t('all'), href: hrefOf(undefined), ...counted(progressOf(own).findings) },
        ...findingStatusNames.map((status) => ({
          key: status,
          label: say(findingStatuses[status], locale),
          href: hrefOf(status),
          ...counted(own.reduce((sum, row) => sum + row[status], 0)),
        })),
      ]}
    />
  )
}
