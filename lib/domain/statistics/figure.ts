import { FEN_PER_WAN, percent, ratio, yuanText } from '../money'

/** An exact figure: n ÷ d with d > 0. Counts are whole, money is fen; rounding happens when it is written. */
export interface Figure {
  n: bigint
  d: bigint
}

/** Why there is no figure: nothing to divide by (growth from zero), or the member takes no part in the ranking. */
export type Missing = 'no-base' | 'not-ranked'

export type Cell = Figure | { missing: Missing }

export const isFigure = (cell: Cell): cell is Figure => 'd' in cell

export const whole = (n: bigint): Figure => ({ n, d: 1n })

/** a − b. */
export const subtract = (a: Cell, b: Cell): Cell => {
  if (!isFigure(a)) return a
  return isFigure(b) ? { n: a.n * b.d - b.n * a.d, d: a.d * b.d } : b
}

/** a ÷ b; no figure where b is zero. */
export const divide = (a: Cell, b: Cell): Cell => {
  if (!isFigure(a)) return a
  if (!isFigure(b)) return b
  if (b.n === 0n) return { missing: 'no-base' }
  const sign = b.n < 0n ? -1n : 1n
  return { n: sign * a.n * b.d, d: sign * a.d * b.n }
}

export const compare = (a: Figure, b: Figure): number => {
  const difference = a.n * b.d - b.n * a.d
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** The order of a sorted table: what has no figure stands at the end. */
export const greatestFirst = (a: Cell, b: Cell): number =>
  isFigure(a) && isFigure(b) ? compare(b, a) : Number(isFigure(b)) - Number(isFigure(a))

export type FigureUnit = 'count' | 'money' | 'percent' | 'times' | 'rank'

/** Plain digits, halves up: money in 元 with two decimals, percentages and multiples with two, the rest whole. */
export function figureText({ n, d }: Figure, unit: FigureUnit): string {
  switch (unit) {
    case 'money':
      return yuanText(BigInt(ratio(n, d, 0) ?? 0))
    case 'percent':
      return percent(n, d, 2) ?? ''
    case 'times':
      return ratio(n, d, 2) ?? ''
    default:
      return ratio(n, d, 0) ?? ''
  }
}

/** Money in 万元 with two decimals from the exact figure, as the report prints it. */
export const figureWan = ({ n, d }: Figure): string => ratio(n, d * FEN_PER_WAN, 2) ?? ''

/** As JSON: counts and ranks are numbers; money (元), percentages and multiples decimal strings. */
export function figureWire(figure: Figure, unit: FigureUnit): string | number {
  const text = figureText(figure, unit)
  return unit === 'count' || unit === 'rank' ? Number(text) : text
}
