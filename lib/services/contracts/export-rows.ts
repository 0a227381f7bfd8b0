import 'server-only'
import { type PlacedRow, readListRows } from '@/db/queries/contract-list'
import { readUnits } from '@/db/queries/reference'
import { recordTrail } from '@/db/trail'
import { endWhenIdle, inSnapshot, inTransaction, planEachTime } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { may } from '@/lib/domain/access/permissions'
import { codeWords } from '@/lib/domain/contract/code-lists'
import {
  type Cell,
  type ColumnKey,
  type ColumnKind,
  columns,
  type ListRow,
} from '@/lib/domain/contract/columns'
import { type Status, statuses } from '@/lib/domain/contract/lifecycle'
import type { ListQuery } from '@/lib/domain/contract/list-query'
import { csvLine, csvMark } from '@/lib/domain/csv'
import { yuanText } from '@/lib/domain/money'
import { Problem } from '@/lib/domain/problems'
import { shanghaiDate } from '@/lib/domain/time/dates'
import { say, type Words } from '@/lib/domain/words'
import { officeTime } from '@/lib/i18n/dates'
import { type XlsxCell, XlsxWriter } from '../spreadsheet/xlsx'

export type ExportFormat = 'csv' | 'xlsx'

const batch = 1000

/** More rows than this are no sheet that a program opens. */
const sheetBound = 1_048_575

interface Asked {
  query: ListQuery
  shown: readonly ColumnKey[]
  format: ExportFormat
  locale: string
}

/**
 * Exactly what the list shows under a query, all its pages from one snapshot, in the columns shown; amounts in 元.
 * Handed out in pieces as fast as they are taken, so that memory stays bounded. The trail knows of it beforehand.
 * @throws {Problem} forbidden
 */
export async function exportContracts(actor: Actor, asked: Asked): Promise<ReadableStream<Uint8Array>> {
  if (!may(actor.role, 'contract.export')) throw new Problem({ code: 'forbidden' })
  const { query, format, shown } = asked
  await inTransaction(actor, (tx) =>
    recordTrail(tx, actor, {
      action: 'contract.export',
      subjectKind: 'contract',
      subject: null,
      // Which fields were asked and shown, never what was asked of them: names of parties stay out of the trail.
      details: {
        format,
        status: query.tab,
        filters: query.filters.map(({ key }) => key),
        columns: [...shown],
      },
    }),
  )
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
  const writer = writable.getWriter()
  writeAll(actor, asked, (bytes) => writer.ready.then(() => writer.write(bytes)))
    .then(() => writer.close())
    // The reader went away, or the database did: the download ends broken, never short and whole.
    .catch((error) => writer.abort(error).catch(() => undefined))
  return readable
}

type Send = (bytes: Uint8Array) => Promise<void>

async function writeAll(actor: Actor, { query, shown, format, locale }: Asked, send: Send): Promise<void> {
  await inSnapshot(actor, async (tx) => {
    await endWhenIdle(tx, 60)
    await planEachTime(tx)
    const versions = await readUnits(tx, shanghaiDate(new Date()))
    const units = new Map([...versions].map(([code, { nameZh: zh, nameEn: en }]) => [code, { zh, en }]))
    const sink = (format === 'csv' ? csvSink : xlsxSink)(shown, locale)
    await sendAll(sink.begin(), send)
    let last: PlacedRow | undefined
    for (let rows = 0; rows < sheetBound; rows += batch) {
      const cursor = last ? { direction: 'after' as const, ...last.place } : null
      const found = await readListRows(tx, actor, { ...query, cursor }, Math.min(batch, sheetBound - rows))
      await sendAll(
        sink.rows(found.map(({ row }) => shown.map((key) => exported(key, row, units, locale)))),
        send,
      )
      last = found.at(-1)
      if (found.length < batch) break
    }
    await sendAll(sink.end(), send)
  })
}

async function sendAll(pieces: readonly Uint8Array[], send: Send): Promise<void> {
  for (const piece of pieces) await send(piece)
}

interface Sink {
  begin(): Uint8Array[]
  rows(rows: XlsxCell[][]): Uint8Array[]
  end(): Uint8Array[]
}

const heading = (key: ColumnKey, locale: string) =>
  say(columns[key].label, locale) +
  (columns[key].kind === 'money' ? say({ zh: '（元）', en: ' (yuan)' }, locale) : '')

function csvSink(shown: readonly ColumnKey[], locale: string): Sink {
  const encoder = new TextEncoder()
  const text = (cell: XlsxCell): string | number | null => {
    if (cell === null || typeof cell === 'string') return cell
    if ('number' in cell) return cell.number
    if ('count' in cell) return cell.count
    if ('day' in cell) return cell.day
    const { day, time } = officeTime(new Date(cell.moment))
    return `${day} ${time}`
  }
  return {
    begin: () => [encoder.encode(csvMark + csvLine(shown.map((key) => heading(key, locale))))],
    rows: (rows) => [encoder.encode(rows.map((cells) => csvLine(cells.map(text))).join(''))],
    end: () => [],
  }
}

const widths: Record<ColumnKind, number> = {
  text: 30,
  code: 22,
  money: 18,
  date: 12,
  moment: 17,
  flag: 8,
  status: 12,
  unit: 18,
  year: 8,
}

function xlsxSink(shown: readonly ColumnKey[], locale: string): Sink {
  const sheet = new XlsxWriter(
    say({ zh: '合同', en: 'Contracts' }, locale),
    shown.map((key) => ({ heading: heading(key, locale), width: widths[columns[key].kind] })),
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

/** A cell in words, numbers and days, as the list shows it; a contract without a number by its local one. */
function exported(key: ColumnKey, row: ListRow, units: ReadonlyMap<string, Words>, locale: string): XlsxCell {
  const value: Cell = key === 'number' ? (row.number ?? row.localNumber) : row[key]
  if (value === null || value === '') return null
  const { kind, list } = columns[key]
  const text = String(value)
  switch (kind) {
    case 'money':
      return { number: yuanText(value as bigint) }
    case 'date':
      return { day: text }
    case 'moment':
      return { moment: text }
    case 'code':
      return list ? say(codeWords(list, text), locale) : text
    case 'flag':
      return say(value ? { zh: '是', en: 'Yes' } : { zh: '否', en: 'No' }, locale)
    case 'status':
      return say(statuses[text as Status], locale)
    case 'unit':
      return say(units.get(text) ?? { zh: text, en: text }, locale)
    default:
      return text
  }
}
