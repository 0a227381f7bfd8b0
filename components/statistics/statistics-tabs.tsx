import { useTranslations } from 'next-intl'
import { Tabs } from '@/components/ui/tabs'
import { routes } from '@/lib/routes'

/** The two ways to look at figures: the tables of the report, and a table of one's own. */
export function StatisticsTabs({
  current,
  year,
  asOf,
}: {
  current: 'tables' | 'cross'
  year?: number
  /** The moment both keep: ISO instant, or null for now. */
  asOf: string | null
}) {
  const t = useTranslations('cross')
  return (
    <div className="mb-6 print:hidden">
      <Tabs
        current={current}
        label={t('ways')}
        tabs={[
          { key: 'tables', label: t('tables'), href: routes.statistics(year, { asOf }) },
          { key: 'cross', label: t('title'), href: routes.cross({ asOf }) },
        ]}
      />
    </div>
  )
}
