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

/**
 * The sums that the tables of a report print: of whole columns under 合计, of the rows above a 小计. Shares of a column
 * whose total says nothing stand for 100 by the last of them.
 * @param doubted cells found wrong, as if they were empty
 */
export function columnSums(table: ReadTable, doubted: ReadonlySet<Claim>): ColumnSum[] {
  return table.columns.flatMap(({ kind, base, within }, at) => {
    const overYears = table.rows.some(({ of }) => of?.some(({ split }) => split === 'years'))
    if (kind === 'share' && overYears) return []
    if (kind !== 'amount' && kind !== 'increase' && kind !== 'share') return []
    return base === 'mean' || within === 'target' ? [] : [...sumsOf(table, at, kind, doubted)]
  })
}

function* sumsOf(
  table: ReadTable,
  at: number,
  kind: ColumnSum['kind'],
  doubted: ReadonlySet<Claim>,
): Generator<ColumnSum> {
  const members: Claim[] = []
  let since: Claim[] = []
  let gaps = 0
  let totalled = false
  const totals: Claim[] = []
  const spanned = table.rows.some(({ of }) => of?.some(({ split }) => split === 'years'))
  for (const [index, name] of table.rows.entries()) {
    const printed = table.cells[index]?.[at] ?? null
    const cell = printed && doubted.has(printed) ? null : printed
    const empty = (table.texts[index]?.[at] ?? '') === '' || cell !== printed
    if (name.role === 'total') totalled = true
    if (name.role === 'total' && cell) totals.push(cell)
    if (name.role === 'subtotal') {
      if (cell && since.length > 1 && gaps === 0) yield { total: cell, parts: since, gaps, kind }
      since = []
    }
    if (name.role !== 'member' && !(spanned && name.role === 'year' && !name.kind)) continue
    if (cell) {
      members.push(cell)
      since.push(cell)
    } else if (empty || name.of === null) gaps += 1
  }
  const last = members.at(-1)
  const total = totals[0] ?? (kind === 'share' ? last : undefined)
  if (total && members.length > 1) yield { total, parts: members, gaps: totalled ? gaps : gaps + 1, kind }
}
