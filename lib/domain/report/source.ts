import { type Book, noSums, type Sums, sumsOf } from '../statistics/book'
import { type SplitTable, type TableId, tableOf, tablesOfView } from '../statistics/catalogue'
import { compute, type Row, type Table } from '../statistics/compute'
import type { CountedContract } from '../statistics/counted'
import { drill } from '../statistics/drill'
import { addLines, evaluate, type Line } from '../statistics/evaluate'
import { isFigure } from '../statistics/figure'
import { type MeasureName, measures } from '../statistics/measures'
import type { UnitMember } from '../statistics/members'
import type { Telling } from '../statistics/statements/telling'
import type { Words } from '../words'
import type { Institution } from '../work-records/institutions'
import type { Counted } from '../work-records/kinds'
import type { Cited, Said } from './spans'

/** What the closed self-audits of the year's contracts came to. */
export interface Audits {
  campaigns: number
  corrected: number
  revoked: number
}

/** What a report is made from. */
export interface Material {
  year: number
  /** The unit whose own report it is; null for the whole Corps. */
  unit: string | null
  /** The day the figures stand for (Asia/Shanghai). */
  today: string
  book: Book
  units: readonly UnitMember[]
  /** Turnover in fen of every known year up to this one; null where it isn't known (a past moment). */
  history: readonly { year: number; turnover: bigint }[] | null
  audits: Audits | null
  /** Confirmed records of work that the year may tell of, within its reach. */
  work: readonly Counted[]
  /** The dated list of institutions by which the rate of measures is divided. */
  institutions: readonly Institution[]
  /** The largest contracts of the year, the largest first, and its imports. */
  largest: readonly Listed[]
  imports: readonly Listed[]
}

type Listed = Pick<CountedContract, 'turnover' | 'type'>

/** The material as sentences ask it. */
export interface Source extends Material {
  telling: Telling
  whole: Sums
  wholeLast: Sums
  /** Whose report it is: 兵团, or the unit. */
  who: Said
  has(table: TableId): boolean
  table(table: TableId): Table
  /** A measure of some members added up, or of the total where there are none. @throws {RangeError} where it has no figure */
  cite(table: TableId, members: readonly string[], measure: MeasureName): Cited
  /** 图 1: a table or figure of this report, by its id. */
  reference(exhibit: string): Said
}

export function sourceOf(material: Material, reference: (exhibit: string) => Said): Source {
  const { year, unit, today, book, units } = material
  const inView = new Set(tablesOfView(unit).map(({ id }) => id))
  const computed = new Map<TableId, Table>()
  const who = unit === null ? null : units.find(({ code }) => code === unit)
  return {
    ...material,
    telling: { year, today, lastToDay: sumsOf(book.sameDay ?? book.last, 'all', '') },
    whole: sumsOf(book.this, 'all', ''),
    wholeLast: sumsOf(book.last, 'all', ''),
    who: who ? nameOf(who.words, who.code) : corps,
    has: (table) => inView.has(table),
    table(id) {
      const found = computed.get(id) ?? compute(specOf(id), book, units)
      computed.set(id, found)
      return found
    },
    cite: (table, members, measure) => citation(material, table, members, measure),
    reference,
  }
}

const corps: Said = {
  zh: [{ kind: 'text', text: '兵团' }],
  en: [{ kind: 'text', text: 'the Corps' }],
}

const nameOf = (words: Words, member: string): Said => ({
  zh: [{ kind: 'name', text: words.zh, split: 'unit', member }],
  en: [
    {
      kind: 'name',
      text: /University$/.test(words.en) ? words.en : `the ${words.en}`,
      split: 'unit',
      member,
    },
  ],
})

/** @throws {RangeError} where the catalogue has no such table that is split */
export function specOf(id: TableId): SplitTable {
  const spec = tableOf(id)
  if (!spec || spec.kind === 'contracts') throw new RangeError(`No split table ${id}`)
  return spec
}

function citation(
  { book, year }: Material,
  table: TableId,
  members: readonly string[],
  measure: MeasureName,
): Cited {
  const spec = specOf(table)
  const lineOf = (split: SplitTable['split'], member: string): Line => ({
    this: sumsOf(book.this, split, member),
    last: sumsOf(book.last, split, member),
    sameDay: sumsOf(book.sameDay ?? book.last, split, member),
  })
  const total = lineOf('all', '')
  const line =
    members.length === 0 ? total : members.map((member) => lineOf(spec.split, member)).reduce(addLines, blank)
  const cell = evaluate(measure, line, total, () => ({ missing: 'not-ranked' }))
  if (!isFigure(cell)) throw new RangeError(`No ${measure} in ${table}`)
  const { rule } = measures[measure]
  const row = members.length === 0 ? 'total' : { member: members[0] ?? '', members }
  return {
    value: cell,
    measure,
    of: { table, members },
    year: rule.kind === 'sum' && rule.year !== 'this' ? year - 1 : year,
    door: drill(spec, year, row, measure),
  }
}

const blank: Line = { this: noSums, last: noSums, sameDay: noSums }

/** The members a row stands for. */
export const membersIn = (row: Row): readonly string[] => row.members ?? [row.member]
