import { percent } from '../money'
import type { TableId } from '../statistics/catalogue'
import type { Row } from '../statistics/compute'
import { wan } from '../statistics/statements/quantities'
import { figureOf, folded, sumOf } from '../statistics/statements/rows'
import { number, numbersOf } from './numbers'
import { type Source, specOf } from './source'
import { en, type Said, zh } from './spans'
import { apart, words } from './words'

/** A hundredth of 万元, in fen: what a table prints money in. */
export const STEP = 10_000n

const halfUp = (n: bigint, d: bigint): bigint => (2n * n + d) / (2n * d)

/** Fen in printed hundredths of 万元. */
export const inSteps = (fen: bigint): bigint => halfUp(fen, STEP)

/** What is printed of a table: its columns, shares with two decimals; or sentences, shares with one. */
export type PrintedIn = 'columns' | 'sentences'

const SHARES = ['contractsShare', 'turnoverShare'] as const
type ShareName = (typeof SHARES)[number]

/**
 * 注：因四舍五入，…: that printed parts don't add up to the printed whole, of money in 万元 with two decimals and of shares.
 * Null where they do. Sentences tell groups in place of their members.
 */
export function roundingNote(source: Source, table: TableId, where: PrintedIn): Said | null {
  const computed = source.table(table)
  const rows = where === 'columns' ? computed.rows : folded(computed)
  const names = SHARES.filter((name) => specOf(table).measures.includes(name))
  const parts = [
    money(source, table, rows),
    ...names.map((name) => share(source, table, rows, name, where === 'columns' ? 2 : 1)),
  ]
  const said = parts.filter((part) => part !== null)
  if (said.length === 0) return null
  return {
    zh: zh`注：因四舍五入，${apart(...said)}。`,
    en: en`Note: through rounding, ${apart(...said)}.`,
  }
}

function money(source: Source, table: TableId, rows: readonly Row[]): Said | null {
  const printed = rows.reduce((sum, row) => sum + inSteps(sumOf(row, 'turnover')), 0n)
  if (printed === inSteps(source.whole.turnover)) return null
  const sum = printedSum(source, table, { n: printed * STEP, d: 1n }, wan(printed * STEP))
  const total = numbersOf(source, table).wan('turnover')
  return {
    zh: zh`各项成交额之和为${sum}，与合计${total}略有出入`,
    en: en`the parts of turnover add up to ${sum}, not to ${total}`,
  }
}

function share(
  source: Source,
  table: TableId,
  rows: readonly Row[],
  name: ShareName,
  decimals: 1 | 2,
): Said | null {
  const all = decimals === 2 ? 10_000n : 1_000n
  const printed = rows.reduce((sum, row) => {
    const figure = figureOf(row, name)
    return figure ? sum + halfUp(figure.n * all, figure.d) : sum
  }, 0n)
  if (printed === all) return null
  const text = `${percent(printed, all, decimals)}%`
  const sum = printedSum(source, table, { n: printed, d: all }, { zh: text, en: text })
  const what = name === 'turnoverShare' ? words('成交额', 'turnover') : words('份数', 'contracts')
  return { zh: zh`各项${what}占比之和为${sum}`, en: en`the shares of ${what} add up to ${sum}` }
}

const printedSum = (
  source: Source,
  table: TableId,
  value: { n: bigint; d: bigint },
  text: { zh: string; en: string },
): Said =>
  number(text, { value, measure: 'printedSum', of: { table, members: [] }, year: source.year, door: null })
