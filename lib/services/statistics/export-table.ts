import 'server-only'
import type { Actor } from '@/lib/domain/access/actor'
import { Problem } from '@/lib/domain/problems'
import type { SplitTable } from '@/lib/domain/statistics/catalogue'
import { measures } from '@/lib/domain/statistics/measures'
import { say } from '@/lib/domain/words'
import { officeMoment } from '@/lib/i18n/dates'
import { figureSheet, type SheetFormat } from '../spreadsheet/figure-sheet'
import { asKnownAt } from './as-known-at'
import { type Choice, readYear } from './read-year'

/** What a unit is called in the head of a column. */
export type UnitWords = (unit: (typeof measures)[keyof typeof measures]['unit']) => string

/**
 * One table of the catalogue as a file, within the actor's reach, with its groups and its total.
 * @throws {Problem} as `readYear` does; not-found where the table does not exist in the view
 */
export async function exportTable(
  actor: Actor,
  {
    year,
    table,
    format,
    locale,
    unitWords,
  }: { year: number; table: SplitTable; format: SheetFormat; locale: string; unitWords: UnitWords },
  choice: Choice,
): Promise<{ file: Uint8Array; name: string }> {
  const { tables, asOf } = await readYear(actor, year, choice)
  const found = tables.find(({ spec }) => spec.id === table.id)
  if (!found || !('table' in found)) throw new Problem({ code: 'not-found' })
  const { rows, groups, total } = found.table
  const title = say(table.title, locale)
  const file = figureSheet(
    {
      name: title,
      labels: [asOf ? `${title} (${say(asKnownAt(asOf), locale)})` : title],
      figures: table.measures.map((name) => {
        const { words, unit } = measures[name]
        const inUnit = unitWords(unit)
        return { heading: inUnit ? `${say(words, locale)} (${inUnit})` : say(words, locale), unit }
      }),
      rows: [...rows, ...groups, ...(total ? [total] : [])].map(({ words, cells }) => ({
        labels: [say(words, locale)],
        cells: table.measures.map((name) => cells[name]),
      })),
    },
    format,
  )
  const moment = asOf && officeMoment(asOf).replace(/\D/g, '')
  return { file, name: [year, title, moment].filter(Boolean).join('-') }
}
