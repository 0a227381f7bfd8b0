import type { Words } from '../words'
import { type Book, noSums, type SplitName, sumsOf } from './book'
import type { Group, SplitTable } from './catalogue'
import { addLines, evaluate, type Line as Figures, type PlacedRule } from './evaluate'
import { type Cell, compare, divide, greatestFirst, isFigure, whole } from './figure'
import type { MeasureName } from './measures'
import { listedAndMet, memberWords, type UnitMember } from './members'

export interface Row {
  member: string
  words: Words
  cells: Readonly<Partial<Record<MeasureName, Cell>>>
  /** Present where the row stands for several members together. */
  members?: readonly string[]
}

export interface Table {
  rows: readonly Row[]
  groups: readonly Row[]
  total: Row | null
  between: readonly { id: string; words: Words; cell: Cell }[]
}

interface Line extends Figures {
  member: string
}

/** A table of the catalogue from the sums of two years: exact, rounded nowhere. */
export function compute(spec: SplitTable, book: Book, units: readonly UnitMember[]): Table {
  const lines = linesOf(spec, book, units)
  const total = lineOf(book, 'all', '')
  const ranked = new Set(units.filter((unit) => unit.ranked).map(({ code }) => code))
  const cell = (line: Line, name: MeasureName): Cell => evaluate(name, line, total, placed)
  const placed = (rule: PlacedRule, line: Line): Cell =>
    rule.kind === 'running' ? whole(runningTo(line, rule.of)) : rankOf(line, rule.by)
  const runningTo = (line: Line, name: MeasureName): bigint => {
    const here = lines.indexOf(line)
    return (here < 0 ? lines : lines.slice(0, here + 1)).reduce(
      (sum, one) => sum + wholePart(cell(one, name)),
      0n,
    )
  }
  const rankOf = (line: Line, by: MeasureName): Cell => {
    const own = cell(line, by)
    if (!ranked.has(line.member) || !isFigure(own)) return { missing: 'not-ranked' }
    const ahead = lines.filter((one) => {
      const other = cell(one, by)
      return ranked.has(one.member) && isFigure(other) && compare(other, own) > 0
    })
    return whole(BigInt(ahead.length + 1))
  }
  const row = (line: Line, words: Words, members?: readonly string[]): Row => ({
    member: line.member,
    words,
    cells: Object.fromEntries(spec.measures.map((name) => [name, cell(line, name)])),
    ...(members && { members }),
  })
  const byMember = new Map(lines.map((line) => [line.member, line]))
  const blank = (member: string): Line => ({ member, this: noSums, last: noSums, sameDay: noSums })
  const sumOf = ({ id, members }: Group): Line =>
    members
      .flatMap((member) => byMember.get(member) ?? [])
      .reduce((a, b) => ({ member: id, ...addLines(a, b) }), blank(id))
  const groups = spec.groups ?? []
  const named = (id: string): Line => {
    const group = groups.find((one) => one.id === id)
    return group ? sumOf(group) : (byMember.get(id) ?? blank(id))
  }
  return {
    rows: chosen(spec, lines, cell).map((line) => row(line, memberWords(spec.split, line.member, units))),
    groups: groups.map((group) => row(sumOf(group), group.words, group.members)),
    total: spec.total ? row(total, { zh: '合计', en: 'Total' }) : null,
    between: (spec.between ?? []).map(({ id, words, measure, of, to }) => ({
      id,
      words,
      cell: divide(cell(named(of), measure), cell(named(to), measure)),
    })),
  }
}

/** Every member of the list, and those that occur although they have left it: parts always add up to the whole. */
function linesOf({ split }: SplitTable, book: Book, units: readonly UnitMember[]): Line[] {
  const met = [book.this, book.last].flatMap((ledger) => [...(ledger.get(split)?.keys() ?? [])])
  return listedAndMet(split, units, met).map((member) => lineOf(book, split, member))
}

const lineOf = (book: Book, split: SplitName, member: string): Line => ({
  member,
  this: sumsOf(book.this, split, member),
  last: sumsOf(book.last, split, member),
  sameDay: sumsOf(book.sameDay ?? book.last, split, member),
})

function chosen(
  spec: SplitTable,
  lines: readonly Line[],
  cell: (line: Line, name: MeasureName) => Cell,
): Line[] {
  const { above, order } = spec
  const kept = lines
    .filter(({ member }) => !spec.without?.includes(member))
    .filter((line) => spec.rows === 'all' || line.this.contracts > 0n || line.last.contracts > 0n)
    .filter((line) => {
      if (!above) return true
      const value = cell(line, above.measure)
      return isFigure(value) && compare(value, above.bound) > 0
    })
  if (!order) return kept
  return kept.sort((a, b) => greatestFirst(cell(a, order), cell(b, order)))
}

const wholePart = (cell: Cell): bigint => (isFigure(cell) ? cell.n / cell.d : 0n)
