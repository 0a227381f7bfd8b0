import type { TableId } from '../statistics/catalogue'
import type { Row } from '../statistics/compute'
import type { Figure } from '../statistics/figure'
import { whole } from '../statistics/figure'
import type { MeasureName } from '../statistics/measures'
import { contracts, money, share, times, wan } from '../statistics/statements/quantities'
import type { Words } from '../words'
import { membersIn, type Source } from './source'
import type { Cited, ReportMeasure, Said, Span } from './spans'

/** A number as it is printed, bound to what it is. */
export const number = (words: Words, cited: Cited): Said => ({
  zh: [{ kind: 'number', text: words.zh, ...cited }],
  en: [{ kind: 'number', text: words.en, ...cited }],
})

const both = (text: string): Words => ({ zh: text, en: text })
const size = (n: bigint): bigint => (n < 0n ? -n : n)

/** Numbers of a table's row, of several rows together, or of its total where there are none. */
export function numbersOf(source: Source, table: TableId, ...rows: readonly Row[]) {
  const members = rows.flatMap(membersIn)
  const cite = (measure: MeasureName) => source.cite(table, members, measure)
  const printed = (words: (figure: Figure) => Words) => (measure: MeasureName) => {
    const cited = cite(measure)
    return number(words(cited.value), cited)
  }
  return {
    /** 777 项. */
    items: printed(({ n }) => contracts(size(n))),
    /** 81,423.37 万元. */
    wan: printed(({ n, d }) => wan(size(n), d)),
    /** 8.14 亿元, below that 万元. */
    money: printed(({ n }) => money(n)),
    /** 32.5%. */
    share: printed(({ n, d }) => share(size(n), d)),
    times: printed(({ n, d }) => ({ zh: `${times(n, d)} 倍`, en: `${times(n, d)} times` })),
    cite,
  }
}

const plainly = (measure: ReportMeasure, value: bigint, year: number, words = both(value.toString())): Said =>
  number(words, { value: whole(value), measure, of: null, year, door: null })

/** 2024. */
export const yearNumber = (year: number): Said => plainly('year', BigInt(year), year)

/** A bound that the words set, in their own writing. */
export const bound = (words: Words, value: Figure, year: number): Said =>
  number(words, { value, measure: 'bound', of: null, year, door: null })

/** How many members a claim is true of. */
export const memberCount = (count: number, { year }: Source): Said => plainly('members', BigInt(count), year)

/** What self-audits came to; their order among years and other plain counts. */
export const plainNumber = (
  measure: 'audits' | 'corrected' | 'revoked' | 'place',
  count: number,
  year: number,
): Said => plainly(measure, BigInt(count), year)

/** Words whose whole numbers, from left to right, are those given. */
export function countsIn(words: Words, counts: readonly Said[]): Said {
  const side = (text: string, of: 'zh' | 'en'): Span[] =>
    text.split(/\d+/).flatMap((part, index) => [{ kind: 'text', text: part }, ...(counts[index]?.[of] ?? [])])
  return { zh: side(words.zh, 'zh'), en: side(words.en, 'en') }
}

/** A rank of the table of units. */
export function rank(row: Row, measure: 'divisionRank' | 'divisionRankLast', { year }: Source): Said {
  const cell = row.cells[measure]
  if (!cell || !('d' in cell)) throw new RangeError(`${row.member} has no ${measure}`)
  const of = { table: 'units', members: [row.member] } as const
  const at = measure === 'divisionRank' ? year : year - 1
  return number(both(cell.n.toString()), { value: cell, measure, of, year: at, door: null })
}

/** 5.5:1: one sum against another of the same table. */
export function ratioNumber(
  source: Source,
  table: TableId,
  [of, to]: readonly [of: readonly string[], to: readonly string[]],
  measure: 'turnover' | 'turnoverLast',
): Said {
  const [a, b] = [source.cite(table, of, measure), source.cite(table, to, measure)]
  const multiple = times(a.value.n, b.value.n)
  return number(
    { zh: `${multiple}:1`, en: `${multiple} to 1` },
    {
      value: { n: a.value.n, d: b.value.n },
      measure: 'ratio',
      of: { table, members: of, to },
      year: a.year,
      door: null,
    },
  )
}
