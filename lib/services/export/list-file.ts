import 'server-only'
import type { Tx } from '@/db/client'
import { codeWords, findCode } from '@/lib/domain/contract/code-lists'
import { yuanText } from '@/lib/domain/money'
import { say, type Words } from '@/lib/domain/words'
import type { XlsxCell } from '../spreadsheet/xlsx'

/** In whose words a file is written. */
export interface Speech {
  locale: string
  /** What a unit is called today. */
  unit(code: string | null): string
}

/** A column of a list's file: its heading, its width in characters, and what a row says in it. */
export interface ListColumn<Row> {
  heading: Words
  width: number
  cell: (row: Row, speech: Speech) => XlsxCell
}

/** A list ready to be written: columns, and rows as they are read. */
export interface ListFile {
  /** Name of the file and of its sheet. */
  title: Words
  head: readonly Pick<ListColumn<never>, 'heading' | 'width'>[]
  /** Read within a snapshot that was opened at `at`. */
  lines(tx: Tx, at: Date, speech: Speech): AsyncGenerator<XlsxCell[][]>
}

/** The declaration of a list's file: whatever writes it needs to know nothing of its rows. */
export function listFile<Row>(list: {
  title: Words
  columns: readonly ListColumn<Row>[]
  batches: (tx: Tx, at: Date) => AsyncIterable<readonly Row[]>
}): ListFile {
  return {
    title: list.title,
    head: list.columns,
    async *lines(tx, at, speech) {
      for await (const rows of list.batches(tx, at)) {
        yield rows.map((row) => list.columns.map(({ cell }) => cell(row, speech)))
      }
    },
  }
}

const PAGE = 500

/** Rows that were read before the file was begun. */
export async function* ready<Row>(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  yield rows
}

/** All rows of a reader that gives them by page, a page at a time. */
export async function* byPage<Row>(
  read: (page: { limit: number; offset: number }) => Promise<readonly Row[]>,
): AsyncGenerator<readonly Row[]> {
  for (let offset = 0; ; offset += PAGE) {
    const rows = await read({ limit: PAGE, offset })
    if (rows.length > 0) yield rows
    if (rows.length < PAGE) return
  }
}

/** All rows of a reader that goes on behind the last row it gave. */
export async function* behind<Row, Place>(
  read: (after: Place | undefined, most: number) => Promise<readonly Row[]>,
  placeOf: (row: Row) => Place,
  size = PAGE,
): AsyncGenerator<readonly Row[]> {
  let after: Place | undefined
  for (;;) {
    const rows = await read(after, size)
    if (rows.length > 0) yield rows
    const last = rows.at(-1)
    if (last === undefined || rows.length < size) return
    after = placeOf(last)
  }
}

type Get<Row, Value> = (row: Row) => Value | null | undefined

export const text = <Row>(zh: string, en: string, get: Get<Row, string>, width = 20): ListColumn<Row> => ({
  heading: { zh, en },
  width,
  cell: (row) => get(row) || null,
})

export const worded = <Row>(zh: string, en: string, get: Get<Row, Words>, width = 16): ListColumn<Row> => ({
  heading: { zh, en },
  width,
  cell: (row, { locale }) => {
    const words = get(row)
    return words ? say(words, locale) : null
  },
})

export const count = <Row>(zh: string, en: string, get: Get<Row, number | bigint>): ListColumn<Row> => ({
  heading: { zh, en },
  width: 10,
  cell: (row) => {
    const value = get(row)
    return value === null || value === undefined ? null : { count: String(value) }
  },
})

/** In 元, exact to the fen; the heading says so, as the import reads it. */
export const money = <Row>(zh: string, en: string, get: Get<Row, bigint>): ListColumn<Row> => ({
  heading: { zh: `${zh}（元）`, en: `${en} (yuan)` },
  width: 18,
  cell: (row) => moneyCell(get(row)),
})

export const day = <Row>(zh: string, en: string, get: Get<Row, string>): ListColumn<Row> => ({
  heading: { zh, en },
  width: 12,
  cell: (row) => {
    const value = get(row)
    return value ? { day: value } : null
  },
})

export const moment = <Row>(zh: string, en: string, get: Get<Row, Date>): ListColumn<Row> => ({
  heading: { zh, en },
  width: 17,
  cell: (row) => {
    const value = get(row)
    return value ? { moment: value.toISOString() } : null
  },
})

export const unitName = <Row>(zh: string, en: string, get: Get<Row, string>): ListColumn<Row> => ({
  heading: { zh, en },
  width: 18,
  cell: (row, { unit }) => unit(get(row) ?? null) || null,
})

export const moneyCell = (fen: bigint | null | undefined): XlsxCell =>
  fen === null || fen === undefined ? null : { number: yuanText(fen) }

/** The label where it leads back to this very code; else the code itself, as the older records have it. */
export function codeText(list: Parameters<typeof codeWords>[0], code: string, locale = 'zh'): string {
  const words = say(codeWords(list, code), locale)
  return findCode(list, words)?.code === code ? words : code
}

export const yesNo = (value: boolean, locale: string): string =>
  say(value ? { zh: '是', en: 'Yes' } : { zh: '否', en: 'No' }, locale)
