import 'server-only'
import type { Actor } from '@/lib/domain/access/actor'
import type { CrossHead } from '@/lib/domain/statistics/cross'
import type { CrossQuery } from '@/lib/domain/statistics/cross-query'
import { crossFilterWords, crossTitle } from '@/lib/domain/statistics/cross-words'
import type { FigureUnit } from '@/lib/domain/statistics/figure'
import { type MeasureName, measures } from '@/lib/domain/statistics/measures'
import { memberWords } from '@/lib/domain/statistics/members'
import { say, type Words } from '@/lib/domain/words'
import { recordFigures } from '../export/record-figures'
import { figureSheet, type SheetFormat } from '../spreadsheet/figure-sheet'
import { asKnownAt } from './as-known-at'
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
 * A cross-table as a file: the same rows and columns as on the page; what was asked stands in the corner. The
 * trail knows of it before it leaves: of its filters the names and the units, never what was sought.
 * @throws {Problem} as `readCross` does
 */
export async function exportCross(
  actor: Actor,
  asked: CrossQuery,
  { format, locale }: { format: SheetFormat; locale: string },
): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await readCross(actor, asked)
  const { columns, rows, total } = answer.table
  const names = answer.query.measures
  const sheet = {
    name: say({ zh: '交叉表', en: 'Cross-table' }, locale),
    labels: [cornerOf(actor, answer, locale)],
    figures: [...columns, whole].flatMap((column) =>
      names.map((name) => ({ heading: heading(column, name, locale), unit: measures[name].unit })),
    ),
    rows: [...rows, { ...whole, ...total }].map(({ words, cells, total: last }) => ({
      labels: [say(words, locale)],
      cells: [...cells, last].flatMap((one) => names.map((name) => one[name])),
    })),
    money: 'yuan' as const,
  }
  const bytes = figureSheet(sheet, format)
  await recordFigures(actor, { ...askedOf(answer.query), unit: actor.unit, format, rows: sheet.rows.length })
  return bytes
}

function askedOf({ rows, columns, measures: shown, years, filters, asOf }: CrossQuery) {
  const units = filters.flatMap((one) => (one.key === 'unit' && one.operator === 'in' ? one.codes : []))
  return {
    table: 'cross',
    sides: columns === null ? [rows] : [rows, columns],
    measures: shown,
    years,
    filters: filters.map(({ key }) => key),
    ...(units.length > 0 && { units }),
    asOf,
  }
}

const whole: CrossHead = { member: '', words: { zh: '合计', en: 'Total' } }

function heading(column: CrossHead, name: MeasureName, locale: string): string {
  const { words, unit } = measures[name]
  const said = `${say(column.words, locale)} ${say(words, locale)}`
  return say({ zh: `${said}（${unitWords[unit].zh}）`, en: `${said} (${unitWords[unit].en})` }, locale)
}

/** What the table says, whose it is, what narrows it and the moment it is of. */
function cornerOf(actor: Actor, { query, units }: CrossAnswer, locale: string): string {
  const names = new Map(units.map(({ code, words }) => [code, words]))
  const said = [
    crossTitle(query),
    ...(actor.unit === null ? [] : [memberWords('unit', actor.unit, units)]),
    ...[crossFilterWords(query, names)].flatMap((words) => words ?? []),
    ...(query.asOf ? [asKnownAt(query.asOf)] : []),
  ]
  return say({ zh: said.map(({ zh }) => zh).join('；'), en: said.map(({ en }) => en).join('; ') }, locale)
}
