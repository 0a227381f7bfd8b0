import type { TableId } from '../statistics/catalogue'
import type { Row } from '../statistics/compute'
import { type Figure, whole } from '../statistics/figure'
import { change } from '../statistics/statements/changes'
import { sumOf } from '../statistics/statements/rows'
import { isOver, lastYear } from '../statistics/statements/telling'
import type { Words } from '../words'
import { names } from './names'
import { memberCount } from './numbers'
import { membersIn, type Source } from './source'
import { type Cited, en, joined, type ReportMeasure, type Said, type Span, zh } from './spans'
import { words } from './words'

const QUANTITY = {
  zh: /(?:近 |不足 )?\d[\d,.]*(?:%| 倍)/,
  en: /(?:nearly |less than )?\d[\d,.]*(?:%| times)/,
}

/** Words with one quantity at most, which is bound to what it is. */
export function bind(quantity: Words, cited: Cited): Said {
  const side = (text: string, pattern: RegExp): Span[] => {
    const found = pattern.exec(text)
    if (!found) return [{ kind: 'text', text }]
    const [digits] = found
    const spans: Span[] = [
      { kind: 'text', text: text.slice(0, found.index) },
      { kind: 'number', text: digits, ...cited },
      { kind: 'text', text: text.slice(found.index + digits.length) },
    ]
    return spans.filter((span) => span.text !== '')
  }
  return { zh: side(quantity.zh, QUANTITY.zh), en: side(quantity.en, QUANTITY.en) }
}

/** How turnover stands to last year: 比上年增长 8.9%, 为上年的 6.1 倍, 上年为零. */
export function changed(source: Source, table: TableId, rows: readonly Row[]): Said | null {
  const members = rows.flatMap(membersIn)
  const sum = (measure: 'turnover' | 'turnoverLast') => source.cite(table, members, measure).value
  return changeOf(source, sum('turnover'), sum('turnoverLast'), {
    of: { table, members },
    growth: 'turnoverGrowth',
    multiple: 'turnoverMultiple',
  })
}

/** The same of any two exact amounts, and what growth and multiple of them are called. */
export function changeOf(
  { telling, year }: Source,
  now: Figure,
  then: Figure,
  { of, growth, multiple }: { of: Cited['of']; growth: ReportMeasure; multiple: ReportMeasure },
): Said | null {
  const [a, b] = [now.n * then.d, then.n * now.d]
  const size = change(a, b, telling)
  const cited = { of, year, door: null }
  if (!size || b === 0n) return size && bind(size, { ...cited, measure: growth, value: whole(0n) })
  const isMultiple = a >= 2n * b || (!isOver(telling) && a < b)
  return isMultiple
    ? bind(size, { ...cited, measure: multiple, value: { n: a, d: b } })
    : bind(size, { ...cited, measure: growth, value: { n: a - b, d: b } })
}

export const rising = (row: Row): boolean => sumOf(row, 'turnover') > sumOf(row, 'turnoverLast')
export const falling = (row: Row): boolean => sumOf(row, 'turnover') < sumOf(row, 'turnoverLast')

/** How many rows may stand behind 除 …外. */
const EXCEPTIONS = 2

/**
 * Which rows of a closed year grew and which fell, by name: all of them, all but one or two, or each side.
 * Null while the year runs, and where last year had nothing.
 * @param noun what the rows are, in the plural of English
 */
export function movement(source: Source, table: TableId, noun: Words): { claim: string; said: Said } | null {
  const { rows } = source.table(table)
  if (!isOver(source.telling) || rows.every((row) => sumOf(row, 'turnoverLast') === 0n)) return null
  const up = rows.filter(rising)
  const down = rows.filter(falling)
  const base = { zh: text(lastYear(source.telling).zh), en: text(lastYear(source.telling).en) }
  const what = { zh: text(noun.zh), en: text(noun.en) }
  if (up.length + down.length === 0) {
    return {
      claim: 'level',
      said: { zh: zh`${what}成交额均与${base}持平`, en: en`all ${what} are level with ${base}` },
    }
  }
  for (const [those, grew] of [[up, GREW] as const, [down, FELL] as const]) {
    const others = rows.filter((row) => !those.includes(row))
    if (others.length === 0) {
      return {
        claim: `all ${grew.claim}`,
        said: {
          zh: zh`${names(table, rows)}成交额较${base}均有${grew.words}`,
          en: en`${names(table, rows)} ${words('', rows.length === 2 ? 'both' : 'all')} ${grew.words} on ${base}`,
        },
      }
    }
    if (others.length <= EXCEPTIONS && those.length > others.length) {
      const count = memberCount(those.length, source)
      return {
        claim: `all but some ${grew.claim}`,
        said: {
          zh: zh`除${names(table, others)}外，其余${count} ${what}成交额较${base}均有${grew.words}`,
          en: en`all but ${names(table, others)} ${grew.words} on ${base} (${count} ${what})`,
        },
      }
    }
  }
  const sides = [
    up.length > 0 && {
      zh: zh`${names(table, up)}成交额较${base}${GREW.words}`,
      en: en`${names(table, up)} grew on ${base}`,
    },
    down.length > 0 && {
      zh: zh`${names(table, down)}成交额较${base}${FELL.words}`,
      en: en`${names(table, down)} fell on ${base}`,
    },
  ].filter((side) => side !== false)
  return { claim: 'some grew, some fell', said: joined(sides, '，', ', ') }
}

const text = (words: string): Span[] => [{ kind: 'text', text: words }]
const GREW = { claim: 'grew', words: { zh: text('增长'), en: text('grew') } }
const FELL = { claim: 'fell', words: { zh: text('下降'), en: text('fell') } }

/** Rows by a sum, the greatest first; equal ones stand together. Rows without anything are left out. */
export function placed(rows: readonly Row[], by: 'turnover' | 'contracts' = 'turnover'): Row[][] {
  const sums = [...new Set(rows.map((row) => sumOf(row, by)))].filter((sum) => sum > 0n)
  return sums.sort((a, b) => (a < b ? 1 : -1)).map((sum) => rows.filter((row) => sumOf(row, by) === sum))
}
