import type { Claim } from './claim'
import type { ReadTable } from './reading/table'

/** A printed total of a column and the cells it is the sum of. */
export interface ColumnSum {
  total: Claim
  parts: Claim[]
  /** Cells with nothing in them, which may hold something in a merged cell. */
  gaps: number
  kind: 'amount' | 'increase' | 'share'
}

/** The sums that the tables of a report print: of whole columns under 合计, of the rows above a 小计. */
export function columnSums(table: ReadTable): ColumnSum[] {
  return table.columns.flatMap((column, at) => {
    const { kind, base } = column
    if (kind !== 'amount' && kind !== 'increase' && kind !== 'share') return []
    if (base === 'mean') return []
    return [...sumsOf(table, at, kind)]
  })
}

function* sumsOf(table: ReadTable, at: number, kind: ColumnSum['kind']): Generator<ColumnSum> {
  const members: Claim[] = []
  let since: Claim[] = []
  let gaps = 0
  const totals: Claim[] = []
  for (const [index, name] of table.rows.entries()) {
    const cell = table.cells[index]?.[at] ?? null
    const empty = (table.texts[index]?.[at] ?? '') === ''
    if (name.role === 'total' && cell) totals.push(cell)
    if (name.role === 'subtotal') {
      if (cell && since.length > 1) yield { total: cell, parts: since, gaps, kind }
      since = []
    }
    if (name.role !== 'member') continue
    if (cell) {
      members.push(cell)
      since.push(cell)
    } else if (empty || name.of === null) gaps += 1
  }
  const [first] = totals
  if (first && members.length > 1) yield { total: first, parts: members, gaps, kind }
}
