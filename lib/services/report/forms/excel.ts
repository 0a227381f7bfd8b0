import 'server-only'
import type { Grid, GridCell, GridColumn } from '@/lib/domain/report/paper/grid'
import type { Paper } from '@/lib/domain/report/paper/paper'
import { EPOCH } from '../../documents/epoch'
import { concatenated } from '../../spreadsheet/concatenated'
import { type XlsxCell, XlsxWriter } from '../../spreadsheet/xlsx'

/** The tables of a report as a workbook: first what it is and holds, then a sheet for each table, numbers as numbers. */
export function excelReport(paper: Paper): Uint8Array<ArrayBuffer> {
  const english = paper.language === 'en'
  const names = paper.grids.map(({ places, title }) =>
    sheetName(`${places.join(english ? ', ' : '、')} ${title}`),
  )
  const first = english ? 'Report' : '年报'
  const writer = new XlsxWriter([first, ...names], [{ heading: paper.title, width: 72 }], EPOCH)
  writer.add([[paper.issuer], [paper.standing], [null], [paper.contents], ...names.map((name) => [name])])
  for (const { grid } of paper.grids) {
    writer.next(
      grid.columns.map(({ heading, unit, figures }) => ({
        heading: headed(heading, unit, english),
        width: figures === null ? 26 : 18,
      })),
    )
    writer.add(grid.rows.map(({ cells }) => cells.map((cell, at) => cellOf(cell, grid.columns[at]))))
    mergeIn(writer, grid)
  }
  writer.end()
  return concatenated(writer.take())
}

const headed = (heading: string, unit: string, english: boolean): string => {
  if (!unit) return heading
  return english ? `${heading} (${unit})` : `${heading}（${unit}）`
}

/** At most 31 characters and none of these; the number in front keeps them apart. */
const sheetName = (name: string): string => name.replace(/[[\]:*?/\\<>&"']/g, ' ').slice(0, 31)

function cellOf(cell: GridCell | null, column: GridColumn | undefined): XlsxCell {
  if (!cell) return null
  if (cell.digits === null) return cell.text
  return column?.figures === 'count' || column?.figures === 'rank'
    ? { count: cell.digits }
    : { number: cell.digits }
}

function mergeIn(writer: XlsxWriter, { rows }: Grid): void {
  rows.forEach(({ cells }, at) => {
    cells.forEach((cell, column) => {
      // The headings are the first row.
      if (cell?.span) writer.merge(column, at + 2, at + 1 + cell.span)
    })
  })
}
