import type { TableSpec } from '@/lib/domain/statistics/catalogue'
import { drill } from '@/lib/domain/statistics/drill'
import type { MeasureName } from '@/lib/domain/statistics/measures'
import { routes } from '@/lib/routes'

/** What a statistics page shows, as its address says it; links inside the page keep it. */
export interface ShownView {
  year: number
  /** The unit chosen by someone who may choose; null for the whole of one's reach. */
  unit: string | null
  /** ISO instant, or null for now. */
  asOf: string | null
}

/** The address behind a number, or null where there is none. */
export function cellHref(
  view: ShownView,
  table: TableSpec,
  row: { member: string; members?: readonly string[] | undefined } | 'total',
  measure: MeasureName,
): string | null {
  const cell = drill(table, view.year, row, measure)
  if (!cell) return null
  return routes.statisticsCell(cell.year, table.id, {
    member: cell.split === null || row === 'total' ? null : row.member,
    unit: view.unit,
    asOf: view.asOf,
  })
}
