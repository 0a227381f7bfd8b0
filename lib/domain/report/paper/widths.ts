import { widthOf } from './drawing'
import type { Grid } from './grid'

/** How a table is set: its letters' size and the widths of its columns, which fill the line, in points. */
export interface Setting {
  size: number
  widths: readonly number[]
}

/** Beside what stands in a cell. */
export const CELL_EDGE = 4

/** 五号, or 小五 where many columns need it. */
const SIZES = [10.5, 9] as const

/** Columns wide enough for their figures and the longest word of their heads, in a line of `width`. */
export function settingOf(grid: Grid, width: number): Setting {
  const [usual, small] = SIZES.map((size) => naturalWidths(grid, size, width)) as [number[], number[]]
  const [size, widths] = total(usual) <= width ? [SIZES[0], usual] : [SIZES[1], small]
  const spare = width - total(widths)
  // What is left over is shared by the figures; what is too much is taken from the names, which break.
  const figures = widths.length - 1
  return {
    size,
    widths: widths.map((one, at) =>
      at === 0 ? (spare < 0 ? Math.max(one + spare, 50) : one) : one + Math.max(spare, 0) / figures,
    ),
  }
}

const total = (widths: readonly number[]): number => widths.reduce((sum, one) => sum + one, 0)

const naturalWidths = ({ columns, rows }: Grid, size: number, width: number): number[] =>
  columns.map(({ heading, unit, figures }, at) => {
    const cells = rows.map(({ cells: of }) => widthOf(of[at]?.text ?? '', size))
    const head = figures === null ? [] : headWords(heading, unit).map((word) => widthOf(word, size))
    const widest = Math.max(...cells, ...head, 0) + 2 * CELL_EDGE + 2
    return figures === null ? Math.min(widest + 8, width * 0.34) : widest
  })

/** What a head can't be broken within: three characters, or a word. */
const headWords = (heading: string, unit: string): string[] => [
  unit && bracketed(unit),
  ...headLines(heading, '').flatMap(
    (line) => line.match(/[\u2e80-\uffef]{1,4}|\d+ 年|[^\s\u2e80-\uffef]+/g) ?? [],
  ),
]

/** The lines of a head: after the year, before what is made of the sum, its unit below. */
export const headLines = (heading: string, unit: string): string[] => [
  ...heading.split(/(?<=^\d+ 年)|(?=占比$|排名$|同比$|增量$|变动$|的贡献$)/),
  ...(unit ? [bracketed(unit)] : []),
]

/** （万元）. */
const bracketed = (unit: string): string =>
  /[\u2e80-\uffef]/.test(unit) || unit === '%' ? `（${unit}）` : `(${unit})`
