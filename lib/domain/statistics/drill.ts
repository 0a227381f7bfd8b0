import { addDays } from '../time/dates'
import type { SplitName } from './book'
import type { SplitTable, TableSpec } from './catalogue'
import { type MeasureName, measures } from './measures'

/** The contracts behind a figure: those counted in the year under any of the members; all of the year without a split. */
export interface CellFilter {
  year: number
  /** Only those registered from and up to these days. */
  from?: string | undefined
  until?: string | undefined
  split: Exclude<SplitName, 'all' | 'direction'> | null
  members: readonly string[]
}

/**
 * The year a measure is a plain sum of, as an offset: 0, or -1 for last year, and whether it ends with the same day.
 * Null where no list of contracts adds up to it: of a share or a growth the sum stands in the next column.
 */
export function spanOf(name: MeasureName): { offset: 0 | -1; toSameDay: boolean } | null {
  const { rule } = measures[name]
  if (rule.kind !== 'sum') return null
  return { offset: rule.year === 'this' ? 0 : -1, toSameDay: rule.year === 'sameDay' }
}

/**
 * Where a cell of a table leads. Null where there is nothing behind it to open: contracts registered elsewhere
 * (流入) aren't ours to show.
 * @param sameDay the day of last year that figures to the same day end with; null once the year is closed
 */
export function drill(
  table: TableSpec,
  year: number,
  row: { member: string; members?: readonly string[] | undefined } | 'total',
  measure: MeasureName,
  sameDay: string | null = null,
): CellFilter | null {
  const { rule } = measures[measure]
  if (table.kind !== 'contracts' && table.split === 'month' && rule.kind === 'running') {
    const whole = drill(table, year, 'total', rule.of)
    return whole && row !== 'total' ? { ...whole, until: lastOfMonth(whole.year, row.member) } : whole
  }
  const span = spanOf(measure)
  if (span === null || table.kind === 'contracts') return null
  const at = {
    year: year + span.offset,
    ...(span.toSameDay && sameDay !== null && { until: sameDay }),
  }
  if (row === 'total' || table.split === 'all') return { ...at, split: null, members: [] }
  if (table.split === 'direction') {
    if (row.member === 'out') return { ...at, split: null, members: [] }
    return row.member === 'within' ? { ...at, split: 'flow', members: ['1'] } : null
  }
  return { ...at, split: table.split, members: row.members ?? [row.member] }
}

const lastOfMonth = (year: number, month: string): string =>
  addDays(
    month === '12' ? `${year + 1}-01-01` : `${year}-${String(Number(month) + 1).padStart(2, '0')}-01`,
    -1,
  )

/**
 * The cell an address names: a group of the table, one member, or the whole year without either. Null where the
 * address names nothing that can be opened.
 */
export function cellNamed(
  table: SplitTable,
  year: number,
  member: string | null,
  days: Pick<CellFilter, 'from' | 'until'> = {},
): CellFilter | null {
  if (member === null) return { ...days, year, split: null, members: [] }
  const group = table.groups?.find(({ id }) => id === member)
  const cell = drill(table, year, { member, members: group?.members }, 'contracts')
  return cell && { ...days, ...cell }
}
