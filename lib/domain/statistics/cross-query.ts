import { z } from 'zod'
import { type Filter, filterKeys, type Params, readFilters } from '../contract/filters'
import { writeFilter } from '../contract/list-query'
import { type DimensionName, dimensionNames } from './dimensions'
import { type MeasureName, measureNames, measures, sourcesOf } from './measures'
import { instantSchema, yearSchema } from './query'

/** What rows or columns can be: the unit, the year, and every dimension of the statistics. */
export type Side = 'unit' | 'year' | DimensionName
export const sides = ['unit', 'year', ...dimensionNames] as const satisfies readonly Side[]

/** Measures that a single cell has; what hangs on its place among others has no meaning between two dimensions. */
export const crossMeasures: readonly MeasureName[] = measureNames.filter(
  (name) => !sourcesOf(name).some((source) => measures[source].rule.kind !== 'sum'),
)
export const mostMeasures = 3
export const mostYears = 30

/** The question of a cross-table, as its address asks it. */
export interface CrossQuery {
  rows: Side
  /** Null: totals alone. */
  columns: Side | null
  measures: MeasureName[]
  /** Ascending; empty: the latest year that has figures. */
  years: number[]
  filters: Filter[]
  /** The past moment asked for; null for now. */
  asOf: Date | null
  /** Rows by the first measure, the greatest first; otherwise as the lists have them. */
  bySize: boolean
  /** Rows and columns where nothing was registered are shown too. */
  zeros: boolean
  /** Parameters of the address that could not be understood and were left out. */
  ignored: string[]
}

/** What is shown until somebody chooses; an office has no units to set against each other. */
const usual = (acrossUnits: boolean): { rows: Side; columns: Side } => ({
  rows: acrossUnits ? 'unit' : 'field',
  columns: 'type',
})

/** The year is a question of its own, not a filter. */
export const crossFilterKeys = filterKeys.filter((key) => key !== 'year')

const sideSchema = z.enum(sides)
const measuresSchema = z
  .array(z.enum(crossMeasures))
  .transform((names) => [...new Set(names)])
  .refine((names) => names.length <= mostMeasures)
const yearsSchema = z
  .array(yearSchema)
  .transform((years) => [...new Set(years)].sort((a, b) => a - b))
  .refine((years) => years.length <= mostYears)

/**
 * The question an address asks. What is unknown or malformed never fails: it is left out and named, so that the page
 * can say so.
 */
export function readCrossQuery(params: Params, acrossUnits: boolean): CrossQuery {
  const ignored: string[] = []
  const given = (name: string) => (params.get(name) ?? []).filter((text) => text !== '')
  const take = <T>(name: string, schema: z.ZodType<T>, value: unknown): T | null => {
    if (value === undefined) return null
    const parsed = schema.safeParse(value)
    if (parsed.success) return parsed.data
    ignored.push(name)
    return null
  }
  const first = usual(acrossUnits)
  const rows = take('rows', sideSchema, given('rows')[0]) ?? first.rows
  const others = z.enum(['none', ...sides.filter((side) => side !== rows)])
  const columns =
    take('columns', others, given('columns')[0]) ?? (first.columns === rows ? 'none' : first.columns)
  const chosen = take('measure', measuresSchema, given('measure'))
  const years = take('year', yearsSchema, given('year')) ?? []
  const asOf = take('asOf', instantSchema, given('asOf')[0])
  const order = take('order', z.literal('size'), given('order')[0])
  const zeros = take('zeros', z.literal('shown'), given('zeros')[0])
  const narrowed = readFilters(crossFilterKeys, params)
  const known = new Set(['rows', 'columns', 'measure', 'year', 'asOf', 'order', 'zeros', ...narrowed.known])
  return {
    rows,
    columns: columns === 'none' ? null : columns,
    measures: chosen?.length ? chosen : ['turnover'],
    years,
    filters: narrowed.filters,
    asOf,
    bySize: order !== null,
    zeros: zeros !== null,
    ignored: [...ignored, ...narrowed.ignored, ...[...params.keys()].filter((name) => !known.has(name))],
  }
}

/** The address's parameters of a question, always in the same order; reading them gives the question back. */
export function writeCrossQuery(query: Omit<CrossQuery, 'ignored'>): Record<string, string | string[]> {
  const { rows, columns, years, filters, asOf, bySize, zeros } = query
  return {
    rows,
    columns: columns ?? 'none',
    measure: query.measures,
    ...(years.length > 0 && { year: years.map(String) }),
    ...Object.assign({}, ...filters.map(writeFilter)),
    ...(asOf && { asOf: asOf.toISOString() }),
    ...(bySize && { order: 'size' }),
    ...(zeros && { zeros: 'shown' }),
  }
}

/** The same as text, the way a saved view keeps it. */
export function crossSearch(query: Omit<CrossQuery, 'ignored'>): string {
  const search = new URLSearchParams()
  for (const [name, values] of Object.entries(writeCrossQuery(query))) {
    for (const value of [values].flat()) search.append(name, value)
  }
  return search.toString()
}
