import type { ReactNode } from 'react'
import type { ShownView } from '@/components/statistics/view'
import type { ShownTable } from '@/components/statistics/year-tables'
import { cx } from '@/components/ui/classes'
import type { Book } from '@/lib/domain/statistics/book'
import type { Glance } from '@/lib/domain/statistics/glance'
import type { UnitMember } from '@/lib/domain/statistics/members'
import type { Telling } from '@/lib/domain/statistics/statements/telling'
import { HeadlinePanel } from './headline-panel'
import { planned } from './plan'
import { Recent } from './recent'
import { TablePanel } from './table-panel'

/** What every part of a dashboard is told: the figures, whose they are and of when. */
export interface DashboardProps {
  tables: readonly ShownTable[]
  book: Book
  glance: Glance
  units: readonly UnitMember[]
  view: ShownView
  telling: Telling
  /** Whose figures, and of when, for pictures that are saved. */
  source: string
}

/** The year at a glance: four numbers, what is new, where it will end, and every picture of the report in its place. */
export function YearDashboard({ work, ...props }: DashboardProps & { work?: ReactNode }) {
  return (
    <div className="grid gap-5">
      <HeadlinePanel {...props} />
      <Recent {...props} />
      {work}
      {planned(props.tables).map((columns) => (
        <div
          className={cx('grid grid-cols-1 items-start gap-5', columns.length > 1 && 'xl:grid-cols-2')}
          key={columns[0]?.[0]?.spec.id}
        >
          {columns.map((column) => (
            <div className="grid min-w-0 gap-5" key={column[0]?.spec.id}>
              {column.map((one) => (
                <TablePanel key={one.spec.id} one={one} {...props} />
              ))}
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}
