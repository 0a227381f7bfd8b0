import type { Claim } from '../claim'
import type { Judgement, Rule } from '../judgement'
import type { ReadTable } from '../reading/table'
import { judgeSum } from './sums'

/** Where members stand in the head of a table beside their whole, and make it in most rows, they make it in each. */
export const across: Rule = function* ({ tables, doubted }) {
  for (const table of tables)
    for (const [at, whole] of table.columns.entries()) {
      if (whole.kind !== 'amount' || whole.of.length > 0 || whole.base === 'mean') continue
      const parts = table.columns.flatMap((one, index) =>
        one.kind === 'amount' && one.base === whole.base && one.year === whole.year && one.of.length > 0
          ? [index]
          : [],
      )
      if (parts.length < 2) continue
      const judged = table.cells.flatMap((cells) => rowOf(cells, at, parts, doubted) ?? [])
      if (judged.filter(({ holds }) => holds).length * 2 > judged.length) yield* judged
    }
}

function rowOf(
  cells: ReadTable['cells'][number],
  at: number,
  parts: readonly number[],
  doubted: ReadonlySet<Claim>,
): Judgement | null {
  const known = parts.flatMap((index) => cells[index] ?? [])
  const total = cells[at]
  if (!total || known.length < parts.length || [total, ...known].some((one) => doubted.has(one))) return null
  return judgeSum(total, known, false)
}
