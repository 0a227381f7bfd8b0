import 'server-only'
import type { ReportTable } from '../documents/report-table'
import { concatenated } from './concatenated'
import { type XlsxCell, XlsxWriter } from './xlsx'

/** A workbook with a sheet for each table, named by its title. */
export function workbook(tables: readonly [ReportTable, ...ReportTable[]]): Uint8Array<ArrayBuffer> {
  const [first, ...others] = tables
  const writer = new XlsxWriter(
    tables.map(({ title }) => title),
    first.columns,
  )
  writer.add(first.rows.map(line))
  for (const { columns, rows } of others) {
    writer.next(columns)
    writer.add(rows.map(line))
  }
  writer.end()
  return concatenated(writer.take())
}

const line = (cells: ReportTable['rows'][number]): XlsxCell[] =>
  cells.map((cell) => (typeof cell === 'number' ? { count: String(cell) } : cell))
