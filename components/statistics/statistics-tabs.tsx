import { useTranslations } from 'next-intl'
import { Tabs } from '@/components/ui/tabs'
import { routes } from '@/lib/routes'

/** The two ways to look at figures: the tables of the report, and a table of one's own. */
export function StatisticsTabs({ current, year }: { current: 'tables' | 'cross'; year?: number }) {
  const t = useTranslations('cross')
  return (
    <div className="mb-6 print:hidden">
      <Tabs
        current={current}
        label={t('ways')}
        tabs={[
          { key: 'tables', label: t('tables'), href: routes.statistics(year) },
          { key: 'cross', label: t('title'), href: routes.cross() },
        ]}
      />
    </div>
  )
}
