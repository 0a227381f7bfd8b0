import 'server-only'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Cell, cellText } from '@/lib/domain/import/cell'
import { unreadable } from './reading/cell'
import { openTable } from './reading/open'

/** A row of a file: its number there and its cells as text, days as ISO text, amounts as they would be typed. */
export interface TextRow {
  at: number
  cells: string[]
}

/**
 * The rows of a small file's first shown sheet, without empty ones; what is large is read as a stream (`reading/open.ts`).
 * @throws {Problem} unreadable-file: what the file is instead, that it is damaged or too large
 */
export async function readSheet(bytes: Uint8Array, mostRows: number): Promise<TextRow[]> {
  const home = await mkdtemp(join(tmpdir(), 'jishi-sheet-'))
  try {
    const path = join(home, 'sheet')
    await writeFile(path, bytes, { mode: 0o600 })
    const table = await openTable(path)
    try {
      const sheet = Math.max(
        0,
        table.sheets.findIndex(({ hidden }) => !hidden),
      )
      const rows: TextRow[] = []
      for await (const some of table.rows(sheet)) {
        rows.push(...some.map(({ number, cells }) => ({ at: number, cells: cells.map(said) })))
        if (rows.length > mostRows) throw unreadable('too-many-rows', mostRows)
      }
      return rows
    } finally {
      table.close()
    }
  } finally {
    await rm(home, { recursive: true, force: true })
  }
}

const said = (cell: Cell): string =>
  cell !== null && typeof cell === 'object' && 'date' in cell ? cell.date : cellText(cell)
