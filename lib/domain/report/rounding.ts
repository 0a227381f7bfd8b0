import { percent } from '../money'
import type { TableId } from '../statistics/catalogue'
import type { Row } from '../statistics/compute'
import type { MeasureName } from '../statistics/measures'
import { wan } from '../statistics/statements/quantities'
import { figureOf, sumOf } from '../statistics/statements/rows'
import { number, numbersOf } from './numbers'
import { type Source, specOf } from './source'
import { en, type Said, zh } from './spans'
import { apart, words } from './words'

/** A hundredth of 万元, in fen: what a table prints money in. */
const STEP = 10_000n

const halfUp = (n: bigint, d: bigint): bigint => (2n * n + d) / (2n * d)

/**
 * 注：因四舍五入，…: that printed parts don't add up to the printed whole, of money in 万元 and of shares, both with two
 * decimals. Null where they do.
 */
export function roundingNote(source: Source, table: TableId): Said | null {
  const { rows } = source.table(table)
  const shares = specOf(table).measures.filter(
    (name): name is 'turnoverShare' | 'contractsShare' =>
      name === 'turnoverShare' || name === 'contractsShare',
  )
  const parts = [money(source, table, rows), ...shares.map((name) => share(source, table, rows, name))]
  const said = parts.filter((part) => part !== null)
  if (said.length === 0) return null
  return {
    zh: zh`注：因四舍五入，${apart(...said)}。`,
    en: en`Note: through rounding, ${apart(...said)}.`,
  }
}

function money(source: Source, table: TableId, rows: readonly Row[]): Said | null {
  const printed = rows.reduce((sum, row) => sum + halfUp(sumOf(row, 'turnover'), STEP), 0n)
  if (printed === halfUp(source.whole.turnover, STEP)) return null
  const sum = printedSum(source, table, { n: printed * STEP, d: 1n }, wan(printed * STEP))
  const total = numbersOf(source, table).wan('turnover')
  return {
    zh: zh`各项成交额之和为 ${sum}，与合计 ${total}略有出入`,
    en: en`the parts of turnover add up to ${sum}, not to ${total}`,
  }
}

function share(
  source: Source,
  table: TableId,
  rows: readonly Row[],
  name: Extract<MeasureName, 'turnoverShare' | 'contractsShare'>,
): Said | null {
  const printed = rows.reduce((sum, row) => {
    const figure = figureOf(row, name)
    return figure ? sum + halfUp(figure.n * 10_000n, figure.d) : sum
  }, 0n)
  if (printed === 10_000n) return null
  const text = `${percent(printed, 10_000n, 2)}%`
  const sum = printedSum(source, table, { n: printed, d: 10_000n }, { zh: text, en: text })
  const what = name === 'turnoverShare' ? words('成交额', 'turnover') : words('份数', 'contracts')
  return { zh: zh`各项${what}占比之和为 ${sum}`, en: en`the shares of ${what} add up to ${sum}` }
}

const printedSum = (
  source: Source,
  table: TableId,
  value: { n: bigint; d: bigint },
  text: { zh: string; en: string },
): Said =>
  number(text, { value, measure: 'printedSum', of: { table, members: [] }, year: source.year, door: null })
