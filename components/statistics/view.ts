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
  /** The day of last year that figures to the same day end with; null once the year is closed. */
  sameDay: string | null
  /** Where the way back leads, when it isn't the tables of the year. */
  from?: 'dashboard'
  /** Numbers lead nowhere: the reader sees the figures, and not the contracts behind them. */
  sealed?: true
}

/** What of a view an address carries on. */
export const keptOf = ({ unit, asOf }: Pick<ShownView, 'unit' | 'asOf'>) => ({ unit, asOf })

type Place = { member: string; members?: readonly string[] | undefined } | 'total'

/** The address behind a number, or null where there is none. */
export function cellHref(view: ShownView, table: TableSpec, row: Place, measure: MeasureName): string | null {
  if (view.sealed) return null
  const cell = drill(table, view.year, row, measure, view.sameDay)
  if (!cell) return null
  return routes.statisticsCell(cell.year, table.id, {
    member: cell.split === null || row === 'total' ? null : row.member,
    until: cell.until,
    ...keptOf(view),
    back: view.from === 'dashboard' ? String(view.year) : null,
  })
}

/** Names a number on the page, the same at each rendering, so that what moved can be marked. */
export const figureKey = (table: TableSpec, row: Place, measure: MeasureName): string =>
  `${table.id}/${row === 'total' ? 'total' : row.member}/${measure}`
