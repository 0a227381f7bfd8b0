import type { SplitName } from './book'
import type { SplitTable, TableSpec } from './catalogue'
import { type MeasureName, measures } from './measures'

/** The contracts behind a figure: those counted in the year under any of the members; all of the year without a split. */
export interface CellFilter {
  year: number
  split: Exclude<SplitName, 'all' | 'direction'> | null
  members: readonly string[]
}

/** The year a measure is a plain sum of, as an offset: 0, or -1 for last year. Null where no list of contracts adds up to it. */
export function yearOffset(name: MeasureName): 0 | -1 | null {
  const { rule } = measures[name]
  if (rule.kind === 'sum') return rule.year === 'this' ? 0 : -1
  // A share or a growth leads to the contracts of its numerator's year; its own sum stands in the next column.
  return null
}

/**
 * Where a cell of a table leads. Null where there is nothing behind it to open: contracts registered elsewhere
 * (流入) aren't ours to show.
 */
export function drill(
  table: TableSpec,
  year: number,
  row: { member: string; members?: readonly string[] | undefined } | 'total',
  measure: MeasureName,
): CellFilter | null {
  const offset = yearOffset(measure)
  if (offset === null || table.kind === 'contracts') return null
  const at = year + offset
  if (row === 'total' || table.split === 'all') return { year: at, split: null, members: [] }
  if (table.split === 'direction') {
    if (row.member === 'out') return { year: at, split: null, members: [] }
    return row.member === 'within' ? { year: at, split: 'flow', members: ['1'] } : null
  }
  return { year: at, split: table.split, members: row.members ?? [row.member] }
}

/**
 * The cell an address names: a group of the table, one member, or the whole year without either. Null where the
 * address names nothing that can be opened.
 */
export function cellNamed(table: SplitTable, year: number, member: string | null): CellFilter | null {
  if (member === null) return { year, split: null, members: [] }
  const group = table.groups?.find(({ id }) => id === member)
  return drill(table, year, { member, members: group?.members }, 'contracts')
}
