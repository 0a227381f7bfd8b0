import 'server-only'
import type { Actor } from '@/lib/domain/access/actor'
import type { CrossHead } from '@/lib/domain/statistics/cross'
import type { CrossQuery } from '@/lib/domain/statistics/cross-query'
import { crossFilterWords, crossTitle } from '@/lib/domain/statistics/cross-words'
import { type Cell, type FigureUnit, figureText, isFigure } from '@/lib/domain/statistics/figure'
import { type MeasureName, measures } from '@/lib/domain/statistics/measures'
import { memberWords } from '@/lib/domain/statistics/members'
import { say, type Words } from '@/lib/domain/words'
import { byteOrderMark, csvLine } from '../spreadsheet/csv'
import { type XlsxCell, XlsxWriter } from '../spreadsheet/xlsx'
import { type CrossAnswer, readCross } from './read-cross'

/** In a file money is in 元, exact to the fen, so that it can be added up again. */
const unitWords: Record<FigureUnit, Words> = {
  count: { zh: '项', en: 'contracts' },
  money: { zh: '元', en: 'yuan' },
  percent: { zh: '%', en: '%' },
  times: { zh: '倍', en: '×' },
  rank: { zh: '名', en: 'place' },
}

/**
 * A cross-table as a file: the same rows and columns as on the page, numbers as numbers; what was asked stands in the
 * corner. Figures alone, so nothing of it goes on the trail.
 * @throws {Problem} as `readCross` does
 */
export async function exportCross(
  actor: Actor,
  asked: CrossQuery,
  { format, locale }: { format: 'csv' | 'xlsx'; locale: string },
): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await readCross(actor, asked)
  const { columns, rows, total } = answer.table
  const names = answer.query.measures
  const heads = [
    cornerOf(actor, answer, locale),
    ...[...columns, whole].flatMap((column) => names.map((name) => heading(column, name, locale))),
  ]
  const lines = [...rows, { ...whole, ...total }].map(({ words, cells, total: last }) => [
    say(words, locale),
    ...[...cells, last].flatMap((one) => names.map((name) => exported(one[name], measures[name].unit))),
  ])
  return format === 'csv' ? csv(heads, lines) : xlsx(heads, lines, locale)
}

const whole: CrossHead = { member: '', words: { zh: '合计', en: 'Total' } }

function heading(column: CrossHead, name: MeasureName, locale: string): string {
  const { words, unit } = measures[name]
  const said = `${say(column.words, locale)} ${say(words, locale)}`
  return say({ zh: `${said}（${unitWords[unit].zh}）`, en: `${said} (${unitWords[unit].en})` }, locale)
}

/** What the table says, whose it is and what narrows it. */
function cornerOf(actor: Actor, { query, units }: CrossAnswer, locale: string): string {
  const names = new Map(units.map(({ code, words }) => [code, words]))
  const said = [
    crossTitle(query),
    ...(actor.unit === null ? [] : [memberWords('unit', actor.unit, units)]),
    ...[crossFilterWords(query, names)].flatMap((words) => words ?? []),
  ]
  return say({ zh: said.map(({ zh }) => zh).join('；'), en: said.map(({ en }) => en).join('; ') }, locale)
}

/** A figure's digits; a count has no decimals. */
type Exported = { digits: string; isCount: boolean } | null

const exported = (cell: Cell | undefined, unit: FigureUnit): Exported =>
  cell && isFigure(cell) ? { digits: figureText(cell, unit), isCount: unit === 'count' } : null

type Lines = readonly (readonly (Exported | string)[])[]

function csv(heads: readonly string[], lines: Lines): Uint8Array<ArrayBuffer> {
  const plain = (cell: Exported | string) =>
    typeof cell === 'string' ? cell : cell && { number: cell.digits }
  const written = [heads, ...lines].map((cells) => csvLine(cells.map(plain)))
  return new TextEncoder().encode(byteOrderMark + written.join(''))
}

function xlsx(heads: readonly string[], lines: Lines, locale: string): Uint8Array<ArrayBuffer> {
  const sheet = new XlsxWriter(
    say({ zh: '交叉表', en: 'Cross-table' }, locale),
    heads.map((text, index) => ({ heading: text, width: index === 0 ? 30 : 18 })),
  )
  const typed = (cell: Exported | string): XlsxCell =>
    typeof cell === 'string' || cell === null
      ? cell
      : cell.isCount
        ? { count: cell.digits }
        : { number: cell.digits }
  sheet.add(lines.map((cells) => cells.map(typed)))
  sheet.end()
  return Buffer.concat(sheet.take())
}
