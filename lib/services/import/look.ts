import 'server-only'
import type { Tx } from '@/db/client'
import { readHeadings } from '@/db/queries/headings'
import { inTransaction } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import type { FileFacts } from '@/lib/domain/import/batch'
import { cellText } from '@/lib/domain/import/cell'
import type { ImportKind } from '@/lib/domain/import/mapping'
import { type Understood, understand } from '@/lib/domain/import/understand'
import { Problem } from '@/lib/domain/problems'
import { noNotes, type SheetRow, type Table, unreadable } from '../spreadsheet/reading/cell'

/** Rows of a sheet by which it is understood. */
export const LOOKED_AT = 60

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
  const understood = await inTransaction(actor, (tx) => understandRows(tx, actor, rows, kind, sheet))
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

/** What the first rows of a sheet say of its columns, as the office read such headings before. @throws {Problem} unreadable-file: no headings */
export async function understandRows(
  tx: Tx,
  actor: Actor,
  rows: readonly SheetRow[],
  kind: ImportKind,
  sheet: number,
): Promise<Understood> {
  const headings = [...new Set(rows.flatMap(({ cells }) => cells.map(cellText)))].filter(
    (text) => text !== '',
  )
  const remembered = await readHeadings(tx, officeOf(actor), headings)
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
  return understood
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

/** More sheets than these are not looked at. */
const SHEETS = 20

/** The first sheet that is shown and has headings; the first at all where none has. */
export async function lookAnywhere(actor: Actor, table: Table, kind: ImportKind) {
  const shown = table.sheets.flatMap(({ hidden }, at) => (hidden ? [] : [at])).slice(0, SHEETS)
  for (const sheet of shown) {
    try {
      return await look(actor, table, kind, sheet)
    } catch (error) {
      if (sheet === shown.at(-1)) throw error
    }
  }
  throw unreadable('no-headings')
}

/** Every sheet that has headings, the one to be read first. @throws {Problem} unreadable-file: no headings on any that is shown */
export async function lookEverywhere(actor: Actor, table: Table, kind: ImportKind) {
  const first = await lookAnywhere(actor, table, kind)
  const others: (typeof first)[] = []
  for (const sheet of table.sheets.keys()) {
    if (sheet === first.understood.mapping.sheet) continue
    if (sheet >= SHEETS) break
    try {
      others.push(await look(actor, table, kind, sheet))
    } catch (error) {
      // A sheet without headings is none of contracts.
      if (!(error instanceof Problem)) throw error
    }
  }
  return [first, ...others] as const
}
