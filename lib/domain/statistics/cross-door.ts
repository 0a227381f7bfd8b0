import type { Filter } from '../contract/filters'
import { usualSort, writeListQuery } from '../contract/list-query'
import { membersNamed } from './cross'
import type { CrossQuery, Side } from './cross-query'
import { yearOffset } from './drill'
import type { MeasureName } from './measures'

/**
 * The filters of the contract list whose sum a cell shows; a total leaves its side open (null). Null where no list adds
 * up to the measure. `query.years` are settled.
 */
export function crossDoor(
  query: CrossQuery,
  place: { row: string | null; column: string | null },
  measure: MeasureName,
): Filter[] | null {
  const offset = yearOffset(measure)
  if (offset === null) return null
  const sides: [Side, string][] = []
  if (place.row !== null) sides.push([query.rows, place.row])
  if (place.column !== null && query.columns !== null) sides.push([query.columns, place.column])
  let { filters, years } = query as { filters: readonly Filter[]; years: readonly number[] }
  for (const [side, member] of sides) {
    if (side === 'year') {
      years = [Number(member)]
    } else {
      const named = membersNamed(filters, side)
      if (named && !named.includes(member)) return null
      filters = [...filters.filter(({ key }) => key !== keyOf(side)), only(side, member)]
    }
  }
  const codes = years.map((year) => String(year + offset))
  return [{ key: 'year', operator: 'in', codes }, ...filters]
}

/** The parameters of the contract list behind a cell: registered contracts, counted to the last, and the way back. */
export function crossDoorParams(
  query: CrossQuery,
  place: { row: string | null; column: string | null },
  measure: MeasureName,
  // `othersToo`: the reader's list also holds contracts that are not registered.
  { othersToo, from }: { othersToo: boolean; from: string },
): Record<string, string | string[]> | null {
  const filters = crossDoor(query, place, measure)
  if (!filters) return null
  const tab = othersToo ? 'registered' : 'all'
  const plain = { words: [], sort: usualSort, cursor: null, columns: null }
  return writeListQuery({ ...plain, tab, filters, exact: true, from })
}

const keyOf = (side: Exclude<Side, 'year'>) => (side === 'unit' ? 'unit' : (`cell.${side}` as const))

const only = (side: Exclude<Side, 'year'>, member: string): Filter =>
  side === 'unit'
    ? { key: 'unit', operator: 'in', codes: [member] }
    : { key: keyOf(side), operator: 'cell', dimension: side, members: [member] }
