import 'server-only'
import { readHeadings } from '@/db/queries/headings'
import { inTransaction } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import type { FileFacts } from '@/lib/domain/import/batch'
import { cellText } from '@/lib/domain/import/cell'
import type { ImportKind } from '@/lib/domain/import/mapping'
import { type Understood, understand } from '@/lib/domain/import/understand'
import { noNotes, type SheetRow, type Table, unreadable } from '../spreadsheet/reading/cell'

const LOOKED_AT = 60

/** Whose memory of headings counts. */
export const officeOf = (actor: Actor): string => actor.unit ?? 'centre'

/** Reads the beginning of a sheet and says what is understood. @throws {Problem} unreadable-file: no headings */
export async function look(
  actor: Actor,
  table: Table,
  kind: ImportKind,
  sheet: number,
): Promise<{ file: FileFacts; understood: Understood }> {
  const notes = noNotes()
  const rows = await firstRows(table, sheet, notes)
  const headings = [...new Set(rows.flatMap(({ cells }) => cells.map(cellText)))].filter(
    (text) => text !== '',
  )
  const remembered = await inTransaction(actor, (tx) => readHeadings(tx, officeOf(actor), headings))
  const understood = understand(
    rows,
    sheet,
    kind,
    new Map(
      remembered.map(({ heading, target, money }) => [
        heading,
        { target, ...(money && { money: money === 'wan' ? ('wan' as const) : ('yuan' as const) }) },
      ]),
    ),
  )
  if (!understood) throw unreadable('no-headings')
  const { format, encoding, delimiter, sheets } = table
  return {
    file: {
      format,
      ...(encoding && { encoding }),
      ...(delimiter && { delimiter }),
      sheets: [...sheets],
      notes,
    },
    understood,
  }
}

async function firstRows(
  table: Table,
  sheet: number,
  notes: ReturnType<typeof noNotes>,
): Promise<SheetRow[]> {
  const rows: SheetRow[] = []
  for await (const some of table.rows(sheet, notes)) {
    rows.push(...some.slice(0, LOOKED_AT - rows.length))
    if (rows.length >= LOOKED_AT) break
  }
  return rows
}

/** The first sheet that is shown and has headings; the first at all where none has. */
export async function lookAnywhere(actor: Actor, table: Table, kind: ImportKind) {
  const shown = table.sheets.flatMap(({ hidden }, at) => (hidden ? [] : [at])).slice(0, 20)
  for (const sheet of shown) {
    try {
      return await look(actor, table, kind, sheet)
    } catch (error) {
      if (sheet === shown.at(-1)) throw error
    }
  }
  throw unreadable('no-headings')
}
