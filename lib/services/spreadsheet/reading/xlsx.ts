import type { Cell } from '@/lib/domain/import/cell'
import { openArchive } from './archive'
import { BATCH, most, type Notes, noNotes, type SheetRow, type Table, unreadable } from './cell'
import { serialDate } from './days'
import { filler, readMerges } from './merges'
import { type Parts, readParts, unescaped } from './parts'
import { placeOf } from './place'
import { parsing } from './xml'

/**
 * A workbook (ECMA-376), read as a stream: memory holds the shared texts and a few hundred rows, whatever its size.
 * @throws {Problem} unreadable-file
 */
export async function openXlsx(path: string): Promise<Table> {
  const archive = await openArchive(path)
  try {
    const parts = await readParts(archive)
    return {
      format: 'xlsx',
      sheets: parts.sheets.map(({ name, hidden }) => ({ name, hidden })),
      async *rows(sheet, notes = noNotes()) {
        const part = parts.sheets[sheet]?.part
        if (!part) throw unreadable('damaged')
        const merges = await readMerges(archive.part(part))
        notes.merged = merges.length
        const reader = rowReader(parts, notes, filler(merges))
        for await (const _ of parsing(archive.part(part), reader.handler)) {
          if (reader.rows.length >= BATCH) yield reader.rows.splice(0)
        }
        if (reader.rows.length > 0) yield reader.rows.splice(0)
      },
      close: archive.close,
    }
  } catch (error) {
    archive.close()
    throw error
  }
}

/** Builds rows from the tags of a sheet. A row is handed over only if it holds something. */
function rowReader(parts: Parts, notes: Notes, fill: (row: number, cells: Cell[]) => void) {
  const rows: SheetRow[] = []
  let read = 0
  let row = 0
  let column = -1
  let cells: Cell[] = []
  let type = ''
  let style = 0
  let value: string | null = null
  let formula = false
  /** The tag whose text is being taken. */
  let taking = false
  let phonetic = false
  return {
    rows,
    handler: {
      open(name: string, { r, t, s }: Record<string, string>) {
        switch (name) {
          case 'row':
            row = r === undefined ? row + 1 : Number(r)
            column = -1
            cells = []
            break
          case 'c':
            column = r === undefined ? column + 1 : placeOf(r).column
            type = t ?? ''
            style = s === undefined ? 0 : Number(s)
            value = null
            formula = false
            break
          case 'v':
            taking = true
            value = ''
            break
          case 'is':
            value = ''
            break
          case 't':
            taking = !phonetic
            break
          case 'rPh':
            phonetic = true
            break
          case 'f':
            formula = true
        }
      },
      text(piece: string) {
        if (taking && value !== null) value += piece
      },
      close(name: string) {
        switch (name) {
          case 'v':
          case 't':
            taking = false
            break
          case 'rPh':
            phonetic = false
            break
          case 'c':
            if (formula) note()
            if (value !== null && column >= 0) put(cellOf(value))
            break
          case 'row':
            end()
        }
      },
    },
  }

  function note() {
    notes.formulas += 1
    if (value === null || (value === '' && type !== 'str')) notes.uncomputed += 1
  }

  function put(cell: Cell) {
    if (cell === null || cell === '') return
    if (column >= most.columns) throw unreadable('too-many-columns', most.columns)
    while (cells.length < column) cells.push(null)
    cells[column] = cell
  }

  function cellOf(text: string): Cell {
    switch (type) {
      case 's':
        return parts.texts[Number(text)] ?? null
      case 'inlineStr':
      case 'str':
        return unescaped(text).slice(0, most.text)
      case 'b':
        return { flag: text === '1' || text === 'true' }
      case 'e':
        return { fault: text }
      case 'd':
        return { date: text.replace(/T00:00:00(\.0+)?Z?$|Z$/, '') }
      default: {
        const number = Number(text)
        if (text === '' || Number.isNaN(number)) return null
        const date = parts.isDate[style] ? serialDate(number, parts.from1904) : null
        return date ? { date } : { number: text }
      }
    }
  }

  function end() {
    fill(row, cells)
    if (cells.every((cell) => cell === null || cell === undefined)) return
    read += 1
    if (read > most.rows) throw unreadable('too-many-rows', most.rows)
    rows.push({ number: row, cells: Array.from(cells, (cell) => cell ?? null) })
  }
}
