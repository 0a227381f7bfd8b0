import type { Measured } from '../claim'
import type { Of } from '../subject'
import { lastMonth, periodOf, periodPattern } from './periods'
import { subjectWords } from './subject-words'

/** What a column of a table measures; null where its head does not say. */
export interface Column {
  /** What a column is of beside its rows, where its head names a member. */
  of: Of
  /** Of a rank: what it goes by. */
  by: 'amount' | 'growth' | 'share' | 'completion'
  kind: 'amount' | 'share' | 'growth' | 'increase' | 'multiple' | 'rank' | 'serial' | null
  base: Measured
  /** `target`: of what was asked of the row. */
  within: Of | 'increase' | 'target'
  year: number
  money: boolean
  counts: boolean
  /** 万元 in one of what is printed. */
  scale: number
  /** The most decimals in the column: a spreadsheet drops zeros at the end. */
  decimals: number
}

/** Reads the heads, of several rows where cells are merged. */
export function columnsOf(
  heads: readonly string[][],
  width: number,
  caption: string,
  reportYear: number,
  body: readonly string[][],
  period: string | null,
): Column[] {
  const count = body[0]?.length ?? heads[0]?.length ?? 0
  const columns: Column[] = []
  for (let at = 0; at < count; at++) {
    const head = headOf(heads, at)
    const cells = body.map((row) => row[at] ?? '')
    columns.push(
      at < width
        ? { ...blank, kind: 'serial', year: reportYear }
        : columnOf(head, caption, reportYear, cells, columns.at(-1), period),
    )
  }
  return columns
}

/** The heads over a column from the top; an empty one in an upper row belongs to the one at its left. */
function headOf(heads: readonly string[][], at: number): string {
  return heads
    .map((row, index) => {
      if (row[at] !== '' || index === heads.length - 1) return row[at] ?? ''
      return [...row.slice(0, at)].reverse().find((cell) => cell !== '') ?? ''
    })
    .filter((text, index, all) => text !== all[index - 1])
    .join(' ')
}

const blank: Column = {
  of: [],
  by: 'amount',
  kind: null,
  base: 'turnover',
  within: [],
  year: 0,
  money: false,
  counts: false,
  scale: 1,
  decimals: 0,
}

function columnOf(
  head: string,
  caption: string,
  reportYear: number,
  cells: readonly string[],
  left: Column | undefined,
  period: string | null,
): Column {
  const text = head.replace(/\s/g, '')
  const year =
    yearOf(text, reportYear) ?? yearOf(caption.replace(/.*?(\d{4}).*/s, '$1年'), reportYear) ?? reportYear
  const part = partIn(text, period, left)
  const of = [...memberIn(head), ...part]
  const unnamed = of.length > part.length || /^\D*\d{4}年?\D{0,2}$/.test(text)
  const kind = kindOf(text, cells) ?? (unnamed ? kindOf(caption, cells) : null)
  const said = baseOf(text) ?? (kind === 'amount' ? baseOf(caption) : null)
  const beside = left && left.kind !== 'serial' ? left.base : null
  const base = said ?? (kind === 'amount' ? null : beside) ?? 'turnover'
  const amount = kind === 'amount' || kind === 'increase'
  return {
    of,
    by: byOf(text),
    kind: kind === 'amount' && said === null ? null : kind,
    base: completing.test(text) ? 'turnover' : base,
    within: completing.test(text)
      ? 'target'
      : kind === 'share' && /增(?:长|加)?[量额]/.test(text)
        ? 'increase'
        : [],
    year,
    money: amount && base !== 'contracts',
    counts: amount && base === 'contracts',
    scale: scaleOf(text) ?? scaleOf(caption) ?? (of.length > 0 && left?.money ? left.scale : 1),
    decimals: Math.max(0, ...cells.slice(0, 5000).map((cell) => /\.(\d{1,12})/.exec(cell)?.[1]?.length ?? 0)),
  }
}

/** The one member that a part of a head names, all of that part. */
function memberIn(head: string): Of {
  const found = head
    .split(' ')
    .map((part) => part.replace(/(?:技术)?合同$|\(.*\)$/g, ''))
    .flatMap((part) => subjectWords.get(part) ?? [])
  return found.length === 1 ? found : []
}

/** The part of the year that a head names, or that the head at its left named for 上年同期 and 增长; none where the report is of it. */
function partIn(text: string, period: string | null, left: Column | undefined): Of {
  const [found] = monthsOf.exec(text) ?? []
  const code = /本月|当月/.test(text) ? lastMonth(period) : found ? periodOf(found) : null
  if (code) return code === period ? [] : [{ split: 'period', code }]
  return /同期|增/.test(text) ? (left?.of.filter(({ split }) => split === 'period') ?? []) : []
}

const monthsOf = new RegExp(periodPattern)

const completing = /完成(?:率|比例|进度)|完成.{0,6}%/

function byOf(text: string): Column['by'] {
  if (completing.test(text)) return 'completion'
  if (/增[长速幅]/.test(text)) return 'growth'
  return /占比|比重/.test(text) ? 'share' : 'amount'
}

function kindOf(text: string, cells: readonly string[]): Column['kind'] {
  const percents = cells.some((cell) => cell.endsWith('%'))
  if (/排名|名次|位次|排序/.test(text)) return 'rank'
  if (/^序号|^编号/.test(text)) return 'serial'
  if (completing.test(text)) return 'share'
  if (/占比|比重|比例|份额|占.{0,12}%|构成/.test(text) && !/增(?:长|幅|减)/.test(text)) return 'share'
  if (/占.{0,10}增(?:长|加)?[量额]/.test(text)) return 'share'
  if (/增长量|增加额|增长额|增减额|增量|增加值|增加量|净增/.test(text)) return 'increase'
  if (/增长|增幅|同比|增速|增减|升降|增加/.test(text))
    return percents || !/元|项(?!目)|份(?!额)/.test(text) ? 'growth' : 'increase'
  if (/倍/.test(text)) return 'multiple'
  return baseOf(text) ? (percents ? 'share' : 'amount') : null
}

/** The measure that a head or label names. */
export const measureOf = (text: string): Measured | null => baseOf(text.replace(/\s/g, ''))

function baseOf(text: string): Measured | null {
  if (/平均|均值|项均/.test(text)) return 'mean'
  if (/目标(?!完成)|任务[数额]?(?!完成)/.test(text) && !/完成/.test(text)) return 'target'
  if (/技术交易/.test(text) && !/技术交易流向|技术交易计划/.test(text)) return 'technology'
  if (
    /成交|金额|交易额|总额|合同额|登记额|完成[额数值]|实际完成|亿元|万元/.test(text) &&
    !/金额规模/.test(text)
  )
    return 'turnover'
  return /合同数|项数|份数|数量|项目数|登记数|合同\(?[项份]|\([项份件]\)|^[项份]$/.test(text)
    ? 'contracts'
    : null
}

function yearOf(text: string, reportYear: number): number | null {
  const found = /(?:19|20)\d{2}/.exec(text)
  if (found) return Number(found[0])
  if (/上年|去年|同期/.test(text)) return reportYear - 1
  return /今年|本年|当年/.test(text) ? reportYear : null
}

function scaleOf(text: string): number | null {
  if (/亿元/.test(text)) return 1e4
  if (/万元/.test(text)) return 1
  return /千元/.test(text) ? 0.1 : /[(:：]元|^元/.test(text) ? 1e-4 : null
}
