import { useLocale } from 'next-intl'
import { Panel } from '@/components/ui/panel'
import { chapters } from '@/lib/domain/statistics/catalogue'
import { say } from '@/lib/domain/words'
import { HeadlineFigures } from './headline-figures'
import type { DashboardProps } from './year-dashboard'

/** The year in four numbers, against last year to the same day. */
export function HeadlinePanel({ tables, view }: Pick<DashboardProps, 'tables' | 'view'>) {
  const locale = useLocale()
  const one = tables.find(({ spec }) => spec.id === 'same-day')
  if (!one || !('table' in one)) return null
  return (
    <Panel id="headline">
      <h2 className="sr-only">{say(chapters.overview, locale)}</h2>
      <HeadlineFigures spec={one.spec} table={one.table} view={view} />
    </Panel>
  )
}
