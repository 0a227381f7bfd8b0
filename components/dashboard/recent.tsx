import type { ShownView } from '@/components/statistics/view'
import { cx } from '@/components/ui/classes'
import type { Glance } from '@/lib/domain/statistics/glance'
import type { UnitMember } from '@/lib/domain/statistics/members'
import { statementOfDays } from '@/lib/domain/statistics/statements/days'
import type { Telling } from '@/lib/domain/statistics/statements/telling'
import { statementOfYears } from '@/lib/domain/statistics/statements/years'
import { ForecastPanel } from './forecast-panel'
import { FreshPanel } from './fresh-panel'
import { YearsPanel } from './years-panel'

/** The year among the years, what is new in it, and where it will probably end. */
export function Recent({
  glance: { years, fresh, latest },
  units,
  view,
  telling,
  source,
}: {
  glance: Glance
  units: readonly UnitMember[]
  view: ShownView
  telling: Telling
  source: string
}) {
  return (
    <div className={cx('grid grid-cols-1 items-start gap-5 lg:grid-cols-2', fresh && 'xl:grid-cols-3')}>
      {years.length > 0 && (
        <YearsPanel source={source} statement={statementOfYears(years, telling)} view={view} years={years} />
      )}
      {latest.length > 0 && (
        <FreshPanel
          fresh={fresh}
          latest={latest}
          statement={fresh && statementOfDays(fresh.ofToday, fresh.ofWeek)}
          units={units}
          view={view}
        />
      )}
      {fresh && <ForecastPanel telling={telling} years={years} />}
    </div>
  )
}
