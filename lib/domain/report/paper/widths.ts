import { widthOf } from './drawing'
import type { Grid } from './grid'

/** How a table is set: its letters' size and the widths of its columns, which fill the line, in points. */
export interface Setting {
  size: number
  widths: readonly number[]
}

/** Beside what stands in a cell. */
export const CELL_EDGE = 4

/** 五号, or smaller where many columns need it. */
const [SMALLEST, ...SIZES] = [8, 10.5, 9] as const
/** What names of rows need at least. */
const LEAST_NAMES = 60

/** Columns wide enough for their figures and the longest word of their heads, in a line of `width`. */
export function settingOf(grid: Grid, width: number): Setting {
  const size = SIZES.find((one) => total(naturalWidths(grid, one, width)) <= width) ?? SMALLEST
  const [names = 0, ...figures] = naturalWidths(grid, size, width)
  const spare = width - names - total(figures)
  if (spare >= 0) return { size, widths: [names, ...figures.map((one) => one + spare / figures.length)] }
  // What is too much is taken from the names, which break; then from all figures alike.
  const kept = Math.max(names + spare, LEAST_NAMES)
  const scale = Math.min(1, (width - kept) / total(figures))
  return { size, widths: [kept, ...figures.map((one) => one * scale)] }
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
