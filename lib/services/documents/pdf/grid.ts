import type { Chunk, Line } from './lines'

interface Column {
  left: number
  right: number
}

/**
 * The rows and columns of a table by where its pieces stand. Columns are what rows with the most cells have; a piece
 * that lies over several belongs to the first. Lines closer to each other than rows are lines of one cell.
 */
export function gridOf(lines: readonly Line[]): string[][] {
  const columns = columnsOf(lines)
  const rows: string[][] = []
  const apart = rowHeight(lines)
  let above: Line | undefined
  for (const line of lines) {
    const cells = columns.map(() => '')
    for (const chunk of line.chunks) {
      const at = columnOf(columns, chunk)
      cells[at] = (cells[at] ?? '') + chunk.text
    }
    const row = rows.at(-1)
    if (row && above && above.y - line.y < 0.75 * apart && fits(row, cells))
      for (const [at, text] of cells.entries()) row[at] = (row[at] ?? '') + text
    else rows.push(cells)
    above = line
  }
  return rows
}

/** Overlapping pieces of all lines, taken from the fullest first, make the columns. */
function columnsOf(lines: readonly Line[]): Column[] {
  const most = Math.max(...lines.map(({ chunks }) => chunks.length))
  const full = lines.filter(({ chunks }) => chunks.length === most)
  const columns: Column[] = (full[0]?.chunks ?? []).map(({ left, right }) => ({ left, right }))
  for (const { chunks } of full)
    for (const [at, { left, right }] of chunks.entries()) {
      const column = columns[at]
      if (!column) continue
      column.left = Math.min(column.left, left)
      column.right = Math.max(column.right, right)
    }
  return columns
}

function columnOf(columns: readonly Column[], { left, right }: Chunk): number {
  let best = 0
  let most = Number.NEGATIVE_INFINITY
  for (const [at, column] of columns.entries()) {
    const shared = Math.min(column.right, right) - Math.max(column.left, left)
    if (shared > most + 1e-6) {
      most = shared
      best = at
    }
  }
  return best
}

/** The usual distance between rows: that of lines which are as full as the fullest. */
function rowHeight(lines: readonly Line[]): number {
  const most = Math.max(...lines.map(({ chunks }) => chunks.length))
  const full = lines.filter(({ chunks }) => chunks.length >= most - 1)
  const gaps = full.slice(1).map((line, at) => (full[at]?.y ?? 0) - line.y)
  return gaps.sort((a, b) => a - b)[gaps.length >> 1] ?? 0
}

/** What stands below may go on in the cells above: no number is set over two lines. */
const fits = (row: readonly string[], cells: readonly string[]): boolean =>
  cells.every((text, at) => text === '' || row[at] === '' || !/^[-\d.,%]+$/.test(text))
