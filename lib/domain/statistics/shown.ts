import { grouped, percent } from '../money'
import { type Cell, type FigureUnit, figureText, figureWan, isFigure } from './figure'

/** A figure as it is read: thousands, a true minus, money in 万元. */
export const shownFigure = (cell: Cell, unit: FigureUnit): string | null =>
  isFigure(cell)
    ? grouped(unit === 'money' ? figureWan(cell) : figureText(cell, unit)).replace('-', '−')
    : null

/** A share in one decimal, as a picture says it; what is there but rounds to nothing says so. */
export function shownShare(cell: Cell | undefined): string | null {
  if (!cell || !isFigure(cell)) return null
  const text = percent(cell.n, cell.d, 1) ?? ''
  return text === '0.0' && cell.n !== 0n ? '<0.1%' : `${grouped(text).replace('-', '−')}%`
}
