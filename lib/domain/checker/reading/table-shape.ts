import { measureOf } from './columns'
import { subjectIn } from './table-rows'

const figure = /^[+-]?[\d,]+(?:\.\d+)?\s*(?:%|项|份|件|倍|(?:万|亿)?元)?$/
const yearly = /^(?:19|20)\d{2}$/
const isFigure = (cell: string) => figure.test(cell) && !yearly.test(cell)

/** The rows at equal length; turned where the members of a split stand in the head and not at the side. */
export function laidOut(rows: readonly string[][]): { rows: string[][]; turned: boolean } {
  const width = Math.min(200, Math.max(0, ...rows.slice(0, 5000).map((row) => row.length)))
  const even = rows.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? ''))
  const named = (cells: readonly string[]) => cells.filter((cell) => subjectIn(cell) !== null).length
  const side = named(even.slice(0, 60).map((row) => row[0] ?? ''))
  const head = named(even[0] ?? [])
  const measures = even.slice(1, 30).filter((row) => measureOf(row[0] ?? '') !== null).length
  const years = even.slice(1, 60).filter((row) => /^(?:19|20)\d{2}年?$/.test(row[0] ?? '')).length
  const turns =
    years < 2 && (head > Math.max(1, side) || (measures >= 2 && measures * 2 > even.length - 1 && side === 0))
  if (!turns || rows.length > 200) return { rows: even, turned: false }
  return {
    rows: Array.from({ length: width }, (_, column) => even.map((row) => row[column] ?? '')),
    turned: true,
  }
}

/** The first row with figures. */
export function bodyStart(rows: readonly string[][]): number {
  const found = rows.findIndex((row) => row.slice(1).some(isFigure))
  return found < 0 ? rows.length : Math.max(found, rows.length > 1 ? 1 : 0)
}

/** How many columns at the left are names: no figures in most of their rows, or a running number before them. */
export function labelWidth(rows: readonly string[][], start: number): number {
  const body = rows.slice(start, start + 60)
  const width = rows[0]?.length ?? 0
  const heads = rows.slice(0, start)
  for (let column = 0; column < width; column++) {
    const serial = heads.some((row) => /^序号|^编号|^No/i.test(row[column] ?? ''))
    const figures = body.filter((row) => isFigure(row[column] ?? '')).length
    const filled = body.filter((row) => (row[column] ?? '') !== '').length
    if (!serial && column > 0 && (figures * 2 >= filled || filled === 0)) return column
    if (!serial && column === 0 && figures * 2 > filled && filled > 0) return 0
  }
  return Math.min(1, width)
}
