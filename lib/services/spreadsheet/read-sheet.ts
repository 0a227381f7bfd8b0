import 'server-only'
import { parse } from 'csv-parse/sync'
import { readXlsx } from './read-xlsx'
import { type SheetLimits, type SheetRow, unfitSheet } from './sheet-row'

/** What an old .xls and a workbook with a password begin with (compound file). */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0]
const ZIP = [0x50, 0x4b, 0x03, 0x04]

const begins = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, index) => bytes[index] === byte)

/**
 * The rows of the first sheet of a workbook (.xlsx) or of a CSV file, without empty ones; the only place where tables are
 * read from files. @throws {Problem} unfit-sheet: what the file is instead, that it is damaged or too large
 */
export function readSheet(bytes: Uint8Array, limits: SheetLimits): SheetRow[] {
  if (bytes.length === 0) throw unfitSheet('empty')
  if (begins(bytes, COMPOUND)) throw unfitSheet('old-or-encrypted')
  const rows = begins(bytes, ZIP) ? readXlsx(bytes, limits) : readCsv(bytes, limits)
  if (rows.length > limits.rows) throw unfitSheet('too-long')
  return rows
}

/** Text in UTF-8, or as Chinese Excel saves it. */
function readCsv(bytes: Uint8Array, { rows, columns }: SheetLimits): SheetRow[] {
  const text = decoded(bytes)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: no table holds these, binary files do.
  if (text === null || /[\u0000-\u0008\u000e-\u001f]/.test(text)) throw unfitSheet('not-a-sheet')
  try {
    const lines: unknown = parse(text, {
      bom: true,
      relax_column_count: true,
      info: true,
      to: rows + 1,
      max_record_size: 200_000,
    })
    return (lines as { record: string[]; info: { lines: number } }[])
      .map(({ record, info }) => ({ at: info.lines, cells: record.slice(0, columns) }))
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  } catch {
    throw unfitSheet('damaged')
  }
}

function decoded(bytes: Uint8Array): string | null {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // Not in this one.
    }
  }
  return null
}
