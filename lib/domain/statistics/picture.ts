import type { Words } from '../words'
import type { Row, Table } from './compute'
import { type Cell, compare, type Figure, isFigure } from './figure'
import type { MeasureName } from './measures'

/** How a table is drawn; what is drawn and what is written beside it are the table's own figures. */
export interface Picture {
  /** Columns from left to right (months), bars one below the other, or one bar parted into shares. */
  kind: 'columns' | 'bars' | 'parts'
  measure: MeasureName
  /** The year before, drawn behind. */
  against?: MeasureName
  /** Written beside the measure. */
  share?: MeasureName
  /** Rows and groups to draw, in this order; without it every row. */
  only?: readonly string[]
  /** Bars stand in the order of their length, unless the order of the list says more (size bands). */
  order?: 'list'
  /** At most so many of the longest. */
  most?: number
}

/** One column, bar or part. */
export interface Mark {
  row: Row
  words: Words
  value: Cell
  against?: Cell
  share?: Cell
}

/** What a picture of a computed table draws, in its order. */
export function marksOf(picture: Picture, { rows, groups }: Table): Mark[] {
  const all = [...rows, ...groups]
  const chosen = picture.only?.flatMap((id) => all.find(({ member }) => member === id) ?? []) ?? rows
  const marks = chosen.flatMap((row): Mark[] => {
    const value = row.cells[picture.measure]
    if (!value) return []
    const against = picture.against && row.cells[picture.against]
    const share = picture.share && row.cells[picture.share]
    return [{ row, words: row.words, value, ...(against && { against }), ...(share && { share }) }]
  })
  const ordered = picture.kind === 'bars' && picture.order !== 'list' ? marks.sort(greatestFirst) : marks
  return ordered.slice(0, picture.most)
}

const sizeOf = ({ value }: Mark): Figure => (isFigure(value) ? value : { n: 0n, d: 1n })
const greatestFirst = (a: Mark, b: Mark) => compare(sizeOf(b), sizeOf(a))

/** A figure as a length: 万元 for money, plain otherwise. For drawing alone, never for reading. */
export function lengthOf(cell: Cell | undefined, unit: 'count' | 'money' | string): number {
  if (!cell || !isFigure(cell)) return 0
  const value = Number(cell.n) / Number(cell.d)
  return unit === 'money' ? value / 1_000_000 : value
}
