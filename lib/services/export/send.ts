import 'server-only'
import { v7 as newId } from 'uuid'
import { readUnits } from '@/db/queries/reference'
import { recordTrail } from '@/db/trail'
import { endWhenIdle, inSnapshot, inTransaction, planEachTime } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { csvLine, csvMark } from '@/lib/domain/csv'
import { shanghaiDate } from '@/lib/domain/time/dates'
import type { TrailAction } from '@/lib/domain/trail'
import { say } from '@/lib/domain/words'
import { officeMoment } from '@/lib/i18n/dates'
import type { SheetFormat } from '../spreadsheet/figure-sheet'
import { sheetName, type XlsxCell, XlsxWriter } from '../spreadsheet/xlsx'
import type { ListFile, Speech } from './list-file'

/** More rows than this are no sheet that a program opens (ECMA-376), the headings among them. */
const SHEET_ROWS = 1_048_576

/** A file on its way: what is in it is read while it is taken. */
export interface SentFile {
  body: ReadableStream<Uint8Array>
  /** Without its ending. */
  title: string
  /** Resolves once all is handed over, with the number of rows; rejects where it broke off. */
  sent: Promise<number>
}

interface Asked {
  file: ListFile
  format: SheetFormat
  locale: string
  action: TrailAction
  /** What was asked, for the trail: which list, which filters by name; never what was sought in contracts. */
  details: Record<string, unknown>
}

/**
 * Writes a list from one snapshot, as fast as it is taken and no faster, so that memory stays the same however long it is.
 * The trail knows of it before the first byte, and afterwards how many rows were handed over and whether it was all.
 */
export async function sendList(actor: Actor, asked: Asked): Promise<SentFile> {
  const id = newId()
  const { action, details, format } = asked
  await inTransaction(actor, (tx) =>
    recordTrail(tx, actor, { action, subjectKind: 'export', subject: id, details: { ...details, format } }),
  )
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
  const writer = writable.getWriter()
  let rows = 0
  const write = async () => {
    await writeAll(actor, asked, async (pieces, added) => {
      for (const piece of pieces) {
        await writer.ready
        await writer.write(piece)
      }
      rows += added
    })
    await writer.close()
  }
  const ended = (whole: boolean) =>
    inTransaction(actor, (tx) =>
      recordTrail(tx, actor, {
        action: 'export.end',
        subjectKind: 'export',
        subject: id,
        details: { list: details.list, rows, whole },
      }),
    )
  const sent = write().then(
    async () => {
      await ended(true)
      return rows
    },
    // The reader went away, or the database did: the download ends broken, never short and whole.
    async (error) => {
      await writer.abort(error).catch(() => undefined)
      await ended(false).catch((failure) =>
        console.error(`The end of export ${id} could not be recorded.`, failure),
      )
      throw error
    },
  )
  sent.catch(() => undefined)
  return { body: readable, title: say(asked.file.title, asked.locale), sent }
}

type Send = (pieces: readonly Uint8Array[], rows: number) => Promise<void>

async function writeAll(actor: Actor, { file, format, locale }: Asked, send: Send): Promise<void> {
  await inSnapshot(actor, async (tx, at) => {
    await endWhenIdle(tx, 60)
    await planEachTime(tx)
    const units = await readUnits(tx, shanghaiDate(at))
    const speech: Speech = {
      locale,
      unit: (code) => {
        const known = units.get(code ?? '')
        return known ? say({ zh: known.nameZh, en: known.nameEn }, locale) : (code ?? '')
      },
    }
    const sink = (format === 'csv' ? csvSink : xlsxSink)(file, locale)
    await send(sink.begin(), 0)
    let written = 1
    for await (const rows of file.lines(tx, at, speech)) {
      written += rows.length
      if (format === 'xlsx' && written > SHEET_ROWS) {
        throw new Error(`A sheet ends at ${SHEET_ROWS} rows; CSV has no end.`)
      }
      await send(sink.rows(rows), rows.length)
    }
    await send(sink.end(), 0)
  })
}

interface Sink {
  begin(): Uint8Array[]
  rows(rows: XlsxCell[][]): Uint8Array[]
  end(): Uint8Array[]
}

function csvSink({ head }: ListFile, locale: string): Sink {
  const encoder = new TextEncoder()
  return {
    begin: () => [encoder.encode(csvMark + csvLine(head.map(({ heading }) => say(heading, locale))))],
    rows: (rows) => [encoder.encode(rows.map((cells) => csvLine(cells.map(csvCell))).join(''))],
    end: () => [],
  }
}

function csvCell(cell: XlsxCell): Parameters<typeof csvLine>[0][number] {
  if (cell === null || typeof cell === 'string') return cell
  if ('number' in cell) return cell
  if ('count' in cell) return { number: cell.count }
  if ('day' in cell) return cell.day
  return officeMoment(new Date(cell.moment))
}

function xlsxSink({ title, head }: ListFile, locale: string): Sink {
  const sheet = new XlsxWriter(
    sheetName(say(title, locale)),
    head.map(({ heading, width }) => ({ heading: say(heading, locale), width })),
  )
  return {
    begin: () => sheet.take(),
    rows: (rows) => {
      sheet.add(rows)
      return sheet.take()
    },
    end: () => {
      sheet.end()
      return sheet.take()
    },
  }
}
