import { HeadlinePanel } from '@/components/dashboard/headline-panel'
import { plan } from '@/components/dashboard/plan'
import { Recent } from '@/components/dashboard/recent'
import { TablePanel } from '@/components/dashboard/table-panel'
import type { DashboardProps } from '@/components/dashboard/year-dashboard'
import type { TableId } from '@/lib/domain/statistics/catalogue'

/** What isn't read from across a room: long lists. */
const left: readonly TableId[] = ['largest', 'imports', 'provinces']

/** The dashboard cut into pages for a wall: the headline first, then the plan of the dashboard row by row. */
export function slidesOf(props: DashboardProps) {
  const rows = plan
    .map((columns) => columns.flat().filter((id) => !left.includes(id)))
    .map((ids) => ids.flatMap((id) => props.tables.find(({ spec }) => spec.id === id) ?? []))
    .filter(({ length }) => length > 0)
  return [
    <div className="grid gap-5" key="headline">
      <HeadlinePanel {...props} />
      <Recent {...props} />
    </div>,
    ...rows.map((row) => (
      <div
        className={row.length > 1 ? 'columns-1 gap-5 lg:columns-2 [&>*]:mb-5 [&>*]:break-inside-avoid' : ''}
        key={row[0]?.spec.id}
      >
        {row.map((one) => (
          <TablePanel key={one.spec.id} one={one} {...props} />
        ))}
      </div>
    )),
  ]
}
