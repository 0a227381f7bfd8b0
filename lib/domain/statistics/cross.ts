import type { Filter } from '../contract/filters'
import type { Words } from '../words'
import { addSums, noSums, type Sums } from './book'
import type { CrossQuery, Side } from './cross-query'
import { addLines, evaluate, type Line } from './evaluate'
import { type Cell, greatestFirst } from './figure'
import { type MeasureName, measures, sourcesOf, type YearOfSum } from './measures'
import { listedAndMet, memberWords, type UnitMember } from './members'

/** What is registered under a row and a column in a year; '' on a side that is the year itself, or not there. */
export interface CrossSum extends Sums {
  row: string
  column: string
  year: number
}

export interface CrossHead {
  member: string
  words: Words
}

type Cells = Readonly<Partial<Record<MeasureName, Cell>>>

export interface CrossCells {
  /** One for each column. */
  cells: readonly Cells[]
  total: Cells
}

export interface CrossTable {
  /** Empty where totals alone are asked for. */
  columns: readonly CrossHead[]
  rows: readonly (CrossHead & CrossCells)[]
  total: CrossCells
  /** Nothing was registered in any year that is read. */
  empty: boolean
}

/** The year that runs, and last year's sums up to the same day. A year that is closed meets the whole of last year. */
export interface Running {
  year: number
  /** The day of last year. */
  until: string
}

/** Whether a measure needs a year's sums. */
export const reads = (name: MeasureName, year: YearOfSum): boolean =>
  sourcesOf(name).some((source) => {
    const { rule } = measures[source]
    return rule.kind === 'sum' && rule.year === year
  })

const nothing: Line = { this: noSums, last: noSums, sameDay: noSums }
const sumOf = (lines: readonly Line[]): Line => lines.reduce(addLines, nothing)

/**
 * The table of a question from its sums: exact, rounded nowhere. Every sum stands in a row and a column, so that parts
 * add up to the whole; last year is each year's own, and shares are of the grand total. `query.years` are settled.
 */
export function cross(
  query: CrossQuery,
  sums: readonly CrossSum[],
  units: readonly UnitMember[],
  running?: { year: number; toDay: readonly CrossSum[] } | null,
): CrossTable {
  const { rows, columns, years, bySize, zeros } = query
  const asked = query.measures
  const known = placed(sums)
  const toDay = placed(running?.toDay ?? [])
  const line = (row: string, column: string): Line => {
    const over = rows === 'year' ? [Number(row)] : columns === 'year' ? [Number(column)] : years
    const at = [rows === 'year' ? '' : row, columns === 'year' ? '' : column] as const
    const of = (found: typeof known, year: number) => found.get(key(...at, year)) ?? noSums
    const all = (sum: (year: number) => Sums) => over.map(sum).reduce(addSums, noSums)
    return {
      this: all((year) => of(known, year)),
      last: all((year) => of(known, year - 1)),
      sameDay: all((year) => of(year === running?.year ? toDay : known, year - 1)),
    }
  }
  const met = sums.filter(({ contracts }) => contracts !== 0n)
  const across = membersOfSide(
    query,
    columns,
    units,
    met.map(({ column }) => column),
  )
  const down = membersOfSide(
    query,
    rows,
    units,
    met.map(({ row }) => row),
  ).map((member) => {
    const lines = across.map((column) => line(member, column))
    return { member, lines, total: sumOf(lines) }
  })
  const whole = sumOf(down.map(({ total }) => total))
  const read = (['this', 'last', 'sameDay'] as const).filter(
    (year) => year === 'this' || asked.some((name) => reads(name, year)),
  )
  const holds = (one: Line) => read.some((year) => one[year].contracts !== 0n)
  const shown = (side: Side | null, total: Line) => zeros || side === 'year' || side === null || holds(total)

  const cell = (name: MeasureName, one: Line): Cell => evaluate(name, one, whole, nowhere)
  const cells = (one: Line): Cells => Object.fromEntries(asked.map((name) => [name, cell(name, one)]))
  const totals = across.map((_, index) => sumOf(down.map(({ lines }) => lines[index] ?? nothing)))
  const places = across.flatMap((_, index) => (shown(columns, totals[index] ?? nothing) ? [index] : []))
  const cellsOf = (lines: readonly Line[], total: Line): CrossCells => ({
    cells: columns === null ? [] : places.map((index) => cells(lines[index] ?? nothing)),
    total: cells(total),
  })
  const [first] = asked
  const kept = down.filter(({ total }) => shown(rows, total))
  if (bySize && first) kept.sort((a, b) => greatestFirst(cell(first, a.total), cell(first, b.total)))
  return {
    columns: columns === null ? [] : places.map((index) => headOf(columns, across[index] ?? '', units)),
    rows: kept.map(({ member, lines, total }) => ({
      ...headOf(rows, member, units),
      ...cellsOf(lines, total),
    })),
    total: cellsOf(totals, whole),
    empty: !holds(whole),
  }
}

const placed = (sums: readonly CrossSum[]) =>
  new Map(sums.map((sum) => [key(sum.row, sum.column, sum.year), sum]))

const key = (row: string, column: string, year: number) => `${year} ${row} ${column}`

/** Measures of a cross-table are of the line alone. */
function nowhere(): never {
  throw new Error('A cell has no place among others')
}

/** A side's members in their order; where a filter names some of them, those alone. */
function membersOfSide(
  { years, filters }: CrossQuery,
  side: Side | null,
  units: readonly UnitMember[],
  met: readonly string[],
): string[] {
  if (side === null) return ['']
  if (side === 'year') return years.map(String)
  const named = membersNamed(filters, side)
  return listedAndMet(side, units, met).filter((member) => named === null || named.includes(member))
}

/** The members a filter lets through on a side, or null where none asks about it. */
export function membersNamed(filters: readonly Filter[], side: Side): readonly string[] | null {
  for (const filter of filters) {
    if (side === 'unit' && filter.key === 'unit' && filter.operator === 'in') return filter.codes
    if (filter.operator === 'cell' && filter.dimension === side) return filter.members
  }
  return null
}

/** The words of a member of a side. */
export const sideMember = (side: Side, member: string, units: readonly UnitMember[]): Words =>
  side === 'year' ? { zh: `${member}年`, en: member } : memberWords(side, member, units)

const headOf = (side: Side, member: string, units: readonly UnitMember[]): CrossHead => ({
  member,
  words: sideMember(side, member, units),
})
