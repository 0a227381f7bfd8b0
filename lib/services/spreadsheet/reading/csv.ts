import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { CsvError, parse } from 'csv-parse'
import { BATCH, most, type SheetRow, type Table, unreadable } from './cell'

type Encoding = NonNullable<Table['encoding']>
type Delimiter = NonNullable<Table['delimiter']>

/**
 * Comma-, semicolon- or tab-separated text as Excel and WPS save it, in UTF-8 (with or without mark), GB18030, or UTF-16 with
 * a mark.
 * @throws {Problem} unreadable-file: neither encoding fits, or it is no text
 */
export async function openCsv(path: string): Promise<Table> {
  const encoding = await encodingOf(path)
  const delimiter = await delimiterOf(path, encoding)
  return {
    format: 'csv',
    encoding,
    delimiter,
    sheets: [{ name: '', hidden: false }],
    rows: () => rowsOf(path, encoding, delimiter),
    close: () => {},
  }
}

async function encodingOf(path: string): Promise<Encoding> {
  const head = Buffer.alloc(4096)
  const file = await open(path)
  const { bytesRead } = await file.read(head, 0, head.length, 0).finally(() => file.close())
  const start = head.subarray(0, bytesRead)
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  if (start.includes(0)) throw unreadable('not-a-spreadsheet')
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    if (await isIn(path, encoding)) return encoding
  }
  throw unreadable('encoding')
}

/** Whether the whole file can be read so. */
async function isIn(path: string, encoding: Encoding): Promise<boolean> {
  try {
    for await (const text of textOf(path, encoding)) {
      if (text.includes('\0')) return false
    }
    return true
  } catch {
    return false
  }
}

async function* textOf(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  for await (const piece of createReadStream(path)) yield decoder.decode(piece, { stream: true })
  yield decoder.decode()
}

/** The sign that parts the first line into most cells. */
async function delimiterOf(path: string, encoding: Encoding): Promise<Delimiter> {
  for await (const text of textOf(path, encoding)) {
    const line = /[^\r\n]+/.exec(text)?.[0].replace(/"(?:[^"]|"")*"/g, '')
    if (line === undefined) continue
    const signs = [',', '\t', ';'] as const
    return signs.reduce((best, sign) => (line.split(sign).length > line.split(best).length ? sign : best))
  }
  return ','
}

async function* rowsOf(path: string, encoding: Encoding, delimiter: Delimiter): AsyncGenerator<SheetRow[]> {
  const parser = parse({
    delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: 4 * 1024 * 1024,
  })
  const feeding = feed()
  // A failure reaches whoever reads, through the parser.
  feeding.catch((error) => parser.destroy(error))
  let rows: SheetRow[] = []
  let number = 0
  let read = 0
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      number += 1
      if (record.every((text) => text.trim() === '')) continue
      if (record.length > most.columns) throw unreadable('too-many-columns', most.columns)
      read += 1
      if (read > most.rows) throw unreadable('too-many-rows', most.rows)
      rows.push({ number, cells: record.map((text) => (text === '' ? null : text.slice(0, most.text))) })
      if (rows.length < BATCH) continue
      yield rows
      rows = []
    }
  } catch (error) {
    throw error instanceof CsvError ? unreadable('damaged', number + 1) : readingError(error)
  } finally {
    parser.destroy()
  }
  if (rows.length > 0) yield rows

  async function feed() {
    for await (const text of textOf(path, encoding)) {
      if (parser.destroyed) return
      if (!parser.write(text)) {
        await new Promise<void>((go) => {
          parser.once('drain', go)
          parser.once('close', go)
        })
      }
    }
    parser.end()
  }
}

const readingError = (error: unknown) => (error instanceof TypeError ? unreadable('encoding') : error)
