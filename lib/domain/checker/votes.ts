import { type Claim, intervalOf, keyOf } from './claim'
import { type Interval, minus, plus } from './interval'
import type { ReadTable } from './reading/table'
import { columnSums } from './table-sums'

/** What each cell of a column would have to be for its printed total to hold, by the key of the cell. */
export function votesOf(tables: readonly ReadTable[], doubted: ReadonlySet<Claim>): Map<string, Interval[]> {
  const votes = new Map<string, Interval[]>()
  const cast = (claim: Claim, interval: Interval) => {
    const key = keyOf(claim)
    if (key !== null) votes.set(key, [...(votes.get(key) ?? []).slice(-9), interval])
  }
  for (const { total, parts, gaps, kind } of tables.flatMap((table) => columnSums(table, doubted))) {
    if (gaps > 0 || kind === 'share') continue
    const sum = parts.map(intervalOf).reduce(plus, { low: 0, high: 0 })
    cast(total, sum)
    for (const part of parts) {
      const own = intervalOf(part)
      const others = { low: sum.low - own.low, high: sum.high - own.high }
      cast(part, minus(intervalOf(total), others))
    }
  }
  return votes
}
