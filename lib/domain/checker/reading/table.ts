import type { Block } from '../block'
import type { Claim, Meaning } from '../claim'
import type { Of } from '../subject'
import { type Column, columnsOf } from './columns'
import { narrow } from './narrow'
import { digitsPattern, readNumeral } from './numerals'
import type { Read } from './reader'
import { type RowName, rowNames } from './table-rows'
import { bodyStart, labelWidth, laidOut } from './table-shape'

/** A table understood: its claims by row and column, for the rules that add columns up. */
export interface ReadTable extends Read {
  block: number
  rows: readonly RowName[]
  columns: readonly Column[]
  /** The claim of each cell that has one. */
  cells: readonly (readonly (Claim | null)[])[]
  /** The text of each cell. */
  texts: readonly (readonly string[])[]
}

type TableBlock = Extract<Block, { kind: 'table' }>

/**
 * Reads a table: what its columns measure by their heads, what its rows are of by their labels. A table whose members
 * stand in its head is read turned. @param hint the text before it, which may say the unit of money
 */
export function readTable(
  block: TableBlock,
  index: number,
  reportYear: number,
  hint: string,
  period: string | null = null,
): ReadTable {
  const plain = block.rows.map((row) => row.map((cell) => narrow(cell ?? '').trim()))
  const shape = laidOut(plain)
  const caption = narrow(`${block.caption ?? ''} ${hint}`)
  const start = bodyStart(shape.rows)
  const width = labelWidth(shape.rows, start)
  const columns = columnsOf(
    shape.rows.slice(0, start),
    width,
    caption,
    reportYear,
    shape.rows.slice(start),
    period,
  )
  const names = rowNames(shape.rows, start, width, caption)
  const places = placesOf(block)
  const read: ReadTable = {
    block: index,
    claims: [],
    unread: [],
    rows: names,
    columns,
    cells: [],
    texts: shape.rows,
  }
  const cells: (Claim | null)[][] = shape.rows.map((row) => row.map(() => null))
  for (const [r, row] of shape.rows.entries())
    for (const [c, text] of row.entries()) {
      const [row0, column0] = shape.turned ? [c, r] : [r, c]
      const place = places[row0]?.[column0]
      if (!place || !/\d/.test(text)) continue
      const base = {
        block: index,
        ...place,
        printed: (block.rows[row0]?.[column0] ?? '').trim(),
        cell: { row: row0, column: column0 },
      }
      const name = names[r]
      const column = columns[c]
      if (r < start || c < width)
        read.claims.push({ ...base, value: Number.NaN, half: 0, bound: 'exact', meaning: { kind: 'label' } })
      else {
        const claim = name && column ? cellClaim(text, name, column) : null
        if (claim) cells[r]?.splice(c, 1, { ...base, ...claim })
        else read.unread.push(base)
      }
    }
  read.claims.push(...cells.flat().filter((claim) => claim !== null))
  return { ...read, cells }
}

const decimalsIn = (text: string) => /\.(\d+)/.exec(text)?.[1]?.length ?? 0

/** Where each cell stands in the text of the block. */
function placesOf(block: TableBlock): { start: number; end: number }[][] {
  let at = 0
  return block.rows.map((row) =>
    row.map((cell) => {
      const start = at
      at += cell.length + 1
      return { start, end: start + cell.length }
    }),
  )
}

const plainCell = new RegExp(`^[+-]?${digitsPattern}\\s*(?:%|‰|倍|项|份|件|个百分点|(?:万|亿)?元|:\\s*1)?$`)

function cellClaim(
  text: string,
  name: RowName,
  whole: Column,
): Pick<Claim, 'value' | 'half' | 'bound' | 'meaning'> | null {
  const column = timed(whole, name)
  if (!plainCell.test(text) || !column.kind) return null
  const negative = text.startsWith('-')
  const numeral = readNumeral(text.replace(/^[+-]/, ''))
  if (!numeral || name.of === null) return null
  const money = column.money && numeral.unit === 'bare' ? column.scale : 1
  const decimals =
    numeral.unit === 'money'
      ? numeral.half
      : 0.5 * 10 ** -(name.role === 'year' ? decimalsIn(text) : column.decimals) * money
  const half = column.counts || column.base === 'target' ? 0 : decimals
  const value = (negative ? -1 : 1) * numeral.value * money
  return { value, half, bound: 'exact', meaning: meaningOf(column, name.of, value) }
}

/** The column as it is in a row of a year, or of growth: a growth of counts is no count. */
function timed(column: Column, { year, kind }: RowName): Column {
  if (kind === undefined) return year === undefined ? column : { ...column, year }
  const increase = kind === 'increase'
  return { ...column, kind, money: column.money && increase, counts: column.counts && increase }
}

function meaningOf(column: Column, of: Of, value: number): Meaning {
  const { base, year } = column
  const about = {
    of: [[...of, ...column.of.filter(({ split }) => !of.some((one) => one.split === split))]],
    year,
  }
  switch (column.kind) {
    case 'share':
      if (base === 'technology' && column.within !== 'target' && of.every(({ split }) => split === 'years'))
        return { kind: 'share', base, within: of, wholeBase: 'turnover', ...about }
      return column.within === 'target'
        ? { kind: 'share', base: 'turnover', within: of, wholeBase: 'target', ...about }
        : { kind: 'share', base: base === 'mean' ? 'turnover' : base, within: column.within, ...about }
    case 'growth':
    case 'increase':
      return { kind: column.kind, base, since: year - 1, ...about }
    case 'multiple':
      return { kind: 'multiple', base, since: year - 1, grown: false, ...about }
    case 'rank':
      return { kind: 'rank', by: column.by, base: 'turnover', place: value, ...about }
    case 'serial':
      return { kind: 'label' }
    default:
      return { kind: 'amount', base, ...about }
  }
}
