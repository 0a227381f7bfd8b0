import type { Words } from '../../words'
import { type Block, blockText } from '../block'
import { narrow } from './narrow'

export const quarters = ['Q1', 'Q2', 'Q3', 'Q4'] as const

/** Parts of a year by the words for them: quarters Q1 to Q4, halves H1 and H2, Q1-3, and months M01 to M12. */
const named: readonly [RegExp, string][] = [
  [/^第?[一1]季度?$/, 'Q1'],
  [/^第?[二2]季度?$/, 'Q2'],
  [/^第?[三3]季度?$/, 'Q3'],
  [/^第?[四4]季度?$/, 'Q4'],
  [/^上半年$/, 'H1'],
  [/^下半年$/, 'H2'],
  [/^前[三3]个?季度$/, 'Q1-3'],
]

const months = '\\d{1,2}\\s{0,2}[-—~至到]{1,2}\\s{0,2}\\d{1,2}\\s{0,2}月份?'
const closing = '(?!\\s{0,2}(?:\\d|底|末|初|[上中下]旬))'

/** Within a pattern for all tokens. */
export const periodPattern = `[上下]半年|前[三3]个?季度|第?[一二三四1-4]季度|${months}${closing}|(?<![\\d年])\\d{1,2}\\s{0,2}月份?${closing}`

/** The code of a part of the year; null for what is none. */
export function periodOf(text: string): string | null {
  const plain = text.replace(/\s/g, '')
  const found = named.find(([form]) => form.test(plain))?.[1]
  if (found) return found
  const range = /^(\d{1,2})[-—~至到]{1,2}(\d{1,2})月份?$/.exec(plain)
  if (range) return spanOf(Number(range[1]), Number(range[2]))
  const month = Number(/^(\d{1,2})月份?$/.exec(plain)?.[1] ?? 0)
  return month >= 1 && month <= 12 ? monthCode(month) : null
}

const monthCode = (month: number) => `M${String(month).padStart(2, '0')}`

function spanOf(from: number, to: number): string | null {
  if (from >= to || to > 12) return null
  const known: Record<string, string> = {
    '1-3': 'Q1',
    '4-6': 'Q2',
    '7-9': 'Q3',
    '10-12': 'Q4',
    '1-6': 'H1',
    '7-12': 'H2',
    '1-9': 'Q1-3',
  }
  if (from === 1 && to === 12) return null
  return known[`${from}-${to}`] ?? `${monthCode(from)}-${to}`
}

const finder = new RegExp(`${periodPattern}`)

/**
 * The part of the year that a whole report is of: named in its title, or before the first figure of its text. A report of a
 * month that also adds up from January is of all these months, and the month a part of them.
 */
export function reportPeriod(blocks: readonly Block[]): string | null {
  const period = firstPeriod(blocks)
  const month = /^M(\d{2})$/.exec(period ?? '')?.[1]
  const added = month && new RegExp(`(?<!\\d)1\\s{0,2}[-—~至到]{1,2}\\s{0,2}${Number(month)}\\s{0,2}月`)
  const adds =
    added && blocks.slice(0, 200).some((block) => added.test(narrow(blockText(block).slice(0, 20_000))))
  return adds ? spanOf(1, Number(month)) : period
}

/** The last month of a part of the year that begins with it, 本月 in a report of that part. */
export function lastMonth(period: string | null): string | null {
  const last = /^M01-(\d{1,2})$/.exec(period ?? '')?.[1] ?? { Q1: '3', H1: '6', 'Q1-3': '9' }[period ?? '']
  return last ? monthCode(Number(last)) : null
}

function firstPeriod(blocks: readonly Block[]): string | null {
  for (const block of blocks.slice(0, 4)) {
    if (block.kind === 'table') return null
    const text = narrow(blockText(block).slice(0, 120)).replace(/(?:19|20)\d{2}\s{0,2}年/g, ' ')
    const found = finder.exec(text)
    if (found && !/\d[项份亿万%]/.test(text.slice(0, found.index))) return periodOf(found[0])
    if (/\d\s{0,2}[项份亿万%]/.test(text)) return null
  }
  return null
}

/** The part of the year before this one, for 环比. */
export function periodBefore(code: string): string | null {
  const [, kind = '', number = '', rest = ''] = /^([A-Z])(\d{1,2})(.*)$/.exec(code) ?? []
  const before = Number(number) - 1
  if (kind === '' || before < 1) return null
  return kind === 'M' ? monthCode(before) : `${kind}${before}${rest}`
}

/** A quarter in a report of half a year, which two of them make, or of three quarters. */
export const within = (code: string, whole: string | null): string =>
  whole === 'H1' && /^Q[12]$/.test(code)
    ? `${code} of 2`
    : whole === 'Q1-3' && /^(?:Q[123]|H1)$/.test(code)
      ? `${code} of 3`
      : code

/** What a part of the year falls into. */
export function periodParts(code: string): string[][] {
  const quarter = (at: number) => [1, 2, 3].map((month) => monthCode(3 * (at - 1) + month))
  switch (code) {
    case 'H1':
      return [['Q1', 'Q2']]
    case 'H2':
      return [['Q3', 'Q4']]
    case 'H1 of 3':
      return [['Q1 of 3', 'Q2 of 3']]
    case 'Q1-3':
      return [
        ['Q1', 'Q2', 'Q3'],
        ['H1', 'Q3'],
      ]
    default: {
      const at = Number(/^Q([1-4])$/.exec(code)?.[1] ?? 0)
      return at > 0 ? [quarter(at)] : []
    }
  }
}

/** How much of its year has gone by at its end, in per cent; null for a whole year. */
export const elapsed = (code: string | null): number | null =>
  code === 'H1' ? 50 : code === 'Q1' ? 25 : code === 'Q1-3' ? 75 : null

const periodNames: Record<string, Words> = {
  Q1: { zh: '一季度', en: 'first quarter' },
  Q2: { zh: '二季度', en: 'second quarter' },
  Q3: { zh: '三季度', en: 'third quarter' },
  Q4: { zh: '四季度', en: 'fourth quarter' },
  H1: { zh: '上半年', en: 'first half' },
  H2: { zh: '下半年', en: 'second half' },
  'Q1-3': { zh: '前三季度', en: 'first three quarters' },
}

/** A part of the year by name. */
export function periodWords(code: string): Words {
  const [, first = '', last] = /^M(\d{2})(?:-(\d{1,2}))?$/.exec(code) ?? []
  const months = last ? `${Number(first)}-${last}` : `${Number(first)}`
  return (
    periodNames[code.slice(0, 4)] ??
    periodNames[code.slice(0, 2)] ?? { zh: `${months}月`, en: `months ${months}` }
  )
}
