import 'server-only'
import { csvLine, csvMark } from '@/lib/domain/csv'
import { type Cell, type FigureUnit, figureText, figureWan, isFigure } from '@/lib/domain/statistics/figure'
import { concatenated } from './concatenated'
import { sheetName, type XlsxCell, XlsxWriter } from './xlsx'

export type SheetFormat = 'csv' | 'xlsx'

export const sheetTypes: Record<SheetFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

export interface FigureSheet {
  name: string
  /** Heads of the columns that name a row. */
  labels: readonly string[]
  /** Heads of the figures, each with its unit. */
  figures: readonly { heading: string; unit: FigureUnit }[]
  /** What money is written in: 万元, rounded as on the page, or 元, which keeps a sum exact. */
  money?: 'wan' | 'yuan'
  rows: readonly { labels: readonly string[]; cells: readonly (Cell | undefined)[] }[]
}

/** A table of figures as a file: numbers as numbers, written as on the page; what isn't there stays empty. */
export function figureSheet(
  { name, labels, figures, rows, money = 'wan' }: FigureSheet,
  format: SheetFormat,
): Uint8Array<ArrayBuffer> {
  const heads = [...labels, ...figures.map(({ heading }) => heading)]
  const numbers = rows.map(({ labels: own, cells }) => ({
    own,
    cells: cells.map((cell, at) => textOf(cell, figures[at]?.unit ?? 'count', money)),
  }))
  if (format === 'csv') {
    const lines = numbers.map(({ own, cells }) =>
      csvLine([...own, ...cells.map((digits) => digits && { number: digits })]),
    )
    return new TextEncoder().encode(csvMark + csvLine(heads) + lines.join(''))
  }
  const writer = new XlsxWriter(
    sheetName(name),
    heads.map((heading, at) => ({ heading, width: at < labels.length ? 28 : 16 })),
  )
  writer.add(
    numbers.map(({ own, cells }): XlsxCell[] => [
      ...own,
      ...cells.map((number, at): XlsxCell => {
        if (number === null) return null
        return figures[at]?.unit === 'money' ? { number } : { count: number }
      }),
    ]),
  )
  writer.end()
  return concatenated(writer.take())
}

const textOf = (cell: Cell | undefined, unit: FigureUnit, money: 'wan' | 'yuan'): string | null => {
  if (!cell || !isFigure(cell)) return null
  return unit === 'money' && money === 'wan' ? figureWan(cell) : figureText(cell, unit)
}
