import 'server-only'
import type { Actor } from '@/lib/domain/access/actor'
import { Problem } from '@/lib/domain/problems'
import type { SplitTable } from '@/lib/domain/statistics/catalogue'
import type { FigureUnit } from '@/lib/domain/statistics/figure'
import { measures } from '@/lib/domain/statistics/measures'
import { yearIsOver } from '@/lib/domain/statistics/same-day'
import { sdmxCsv } from '@/lib/domain/statistics/sdmx'
import { shanghaiDate } from '@/lib/domain/time/dates'
import { say, type Words } from '@/lib/domain/words'
import { officeMoment } from '@/lib/i18n/dates'
import { recordFigures } from '../export/record-figures'
import { figureSheet, type SheetFormat, sheetTypes } from '../spreadsheet/figure-sheet'
import { asKnownAt } from './as-known-at'
import { type Choice, readYear } from './read-year'

/** What figures are in, as the head of a column says it. */
const unitWords: Record<FigureUnit, Words> = {
  count: { zh: '项', en: 'contracts' },
  money: { zh: '万元', en: '10k yuan' },
  percent: { zh: '%', en: '%' },
  times: { zh: '倍', en: '×' },
  rank: { zh: '名', en: 'place' },
}

export const tableForms = ['xlsx', 'csv', 'sdmx'] as const satisfies readonly (SheetFormat | 'sdmx')[]
export type TableForm = (typeof tableForms)[number]

export const tableTypes: Record<TableForm, string> = {
  ...sheetTypes,
  sdmx: 'application/vnd.sdmx.data+csv; version=2.0.0; charset=utf-8',
}

export const isTableForm = (text: string | null): text is TableForm =>
  (tableForms as readonly (string | null)[]).includes(text)

export interface TableFile {
  bytes: Uint8Array<ArrayBuffer>
  /** With its ending. */
  name: string
}

/**
 * One table of the catalogue as a file, within the actor's reach, with its groups and its total; the trail knows of it
 * before it leaves.
 * @throws {Problem} as `readYear` does; not-found where the table does not exist in the view
 */
export async function exportTable(
  actor: Actor,
  { year, table, form, locale }: { year: number; table: SplitTable; form: TableForm; locale: string },
  choice: Choice,
): Promise<TableFile> {
  const { tables, asOf, unit: of, readAt } = await readYear(actor, year, choice)
  const found = tables.find(({ spec }) => spec.id === table.id)
  if (!found || !('table' in found)) throw new Problem({ code: 'not-found' })
  const { rows, groups, total } = found.table
  const title = say(table.title, locale)
  const moment = asOf && officeMoment(asOf).replace(/\D/g, '')
  const name = [year, title, moment].filter(Boolean).join('-')
  const record = (lines: number) =>
    recordFigures(actor, { table: table.id, year, unit: of, asOf, format: form, rows: lines })
  if (form === 'sdmx') {
    const provisional = !yearIsOver(year, shanghaiDate(asOf ?? readAt))
    const text = sdmxCsv(table, found.table, { year, unit: of, provisional })
    await record(text.trimEnd().split('\r\n').length - 1)
    return { bytes: new TextEncoder().encode(text), name: `${name}.sdmx.csv` }
  }
  const lines = [...rows, ...groups, ...(total ? [total] : [])]
  const bytes = figureSheet(
    {
      name: title,
      labels: [asOf ? `${title} (${say(asKnownAt(asOf), locale)})` : title],
      figures: table.measures.map((name) => {
        const { words, unit } = measures[name]
        return { heading: `${say(words, locale)} (${say(unitWords[unit], locale)})`, unit }
      }),
      rows: lines.map(({ words, cells }) => ({
        labels: [say(words, locale)],
        cells: table.measures.map((name) => cells[name]),
      })),
    },
    form,
  )
  await record(lines.length)
  return { bytes, name: `${name}.${form}` }
}
