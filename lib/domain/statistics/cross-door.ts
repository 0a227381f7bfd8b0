import type { Filter } from '../contract/filters'
import { usualSort, writeFilter, writeListQuery } from '../contract/list-query'
import { membersNamed, type Running } from './cross'
import type { CrossQuery, Side } from './cross-query'
import { spanOf } from './drill'
import type { MeasureName } from './measures'

/** A cell: its row and its column; a total leaves its side open. */
export interface CrossPlace {
  row: string | null
  column: string | null
}

/** What a door needs to know beside the question. */
export interface Doorway {
  running: Running | null
  /** The way back. */
  from: string
}

/**
 * The filters of the contract list whose sum a cell shows. Null where no list adds up to the measure.
 * `query.years` are settled.
 */
export function crossDoor(
  query: CrossQuery,
  place: CrossPlace,
  measure: MeasureName,
  running: Running | null,
): Filter[] | null {
  const span = spanOf(measure)
  if (span === null) return null
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
  if (span.toSameDay && running && years.includes(running.year)) {
    // A list can end one year with a day, not one year among several.
    if (years.length > 1) return null
    filters = upTo(filters, running.until)
  }
  const codes = years.map((year) => String(year + span.offset))
  return [{ key: 'year', operator: 'in', codes }, ...filters]
}

/**
 * The parameters of the contract list behind a cell: registered contracts, counted to the last, and the way back. Of a
 * past moment it is the list of what counted then (`routes.counted`), which knows filters alone.
 */
export function crossDoorParams(
  query: CrossQuery,
  place: CrossPlace,
  measure: MeasureName,
  { running, from }: Doorway,
): Record<string, string | string[]> | null {
  const filters = crossDoor(query, place, measure, running)
  if (!filters) return null
  if (query.asOf) return countedParams({ filters, asOf: query.asOf, from })
  const plain = { words: [], sort: usualSort, cursor: null, columns: null }
  return writeListQuery({ ...plain, tab: 'registered', filters, exact: true, from })
}

/** The parameters of the contracts that counted at a moment. */
export const countedParams = (list: { filters: readonly Filter[]; asOf: Date; from: string | null }) => ({
  ...Object.assign({}, ...list.filters.map(writeFilter)),
  asOf: list.asOf.toISOString(),
  ...(list.from !== null && { from: list.from }),
})

/** The filters, and registered by a day at the latest. */
function upTo(filters: readonly Filter[], day: string): Filter[] {
  const days = filters.find((filter) => filter.key === 'registeredOn' && filter.operator === 'during')
  const { from = null, to = null } = days?.operator === 'during' ? days : {}
  const bounded = {
    key: 'registeredOn',
    operator: 'during',
    from,
    to: to !== null && to < day ? to : day,
  } as const
  return [...filters.filter(({ key }) => key !== 'registeredOn'), bounded]
}

const keyOf = (side: Exclude<Side, 'year'>) => (side === 'unit' ? 'unit' : (`cell.${side}` as const))

const only = (side: Exclude<Side, 'year'>, member: string): Filter =>
  side === 'unit'
    ? { key: 'unit', operator: 'in', codes: [member] }
    : { key: keyOf(side), operator: 'cell', dimension: side, members: [member] }
