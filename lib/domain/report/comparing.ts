import type { TableId } from '../statistics/catalogue'
import type { Row } from '../statistics/compute'
import { type Figure, whole } from '../statistics/figure'
import { change } from '../statistics/statements/changes'
import { sumOf } from '../statistics/statements/rows'
import { isOver } from '../statistics/statements/telling'
import type { Words } from '../words'
import { membersIn, type Source } from './source'
import type { Cited, ReportMeasure, Said, Span } from './spans'

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

/** Rows by a sum, the greatest first; equal ones stand together. Rows without anything are left out. */
export function placed(rows: readonly Row[], by: 'turnover' | 'contracts' = 'turnover'): Row[][] {
  const sums = [...new Set(rows.map((row) => sumOf(row, by)))].filter((sum) => sum > 0n)
  return sums.sort((a, b) => (a < b ? 1 : -1)).map((sum) => rows.filter((row) => sumOf(row, by) === sum))
}
