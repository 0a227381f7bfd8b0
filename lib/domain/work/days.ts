/** How many contracts took how many whole days. */
export type Days = ReadonlyMap<number, number>

/** Adds up days that were counted apart. */
export function addDaysUp(all: Iterable<readonly [days: number, contracts: number]>): Days {
  const sum = new Map<number, number>()
  for (const [days, contracts] of all) sum.set(days, (sum.get(days) ?? 0) + contracts)
  return sum
}

export const countOf = (days: Days): number => [...days.values()].reduce((a, b) => a + b, 0)

/** Days of all contracts together. */
export const totalOf = (days: Days): number =>
  [...days].reduce((sum, [each, contracts]) => sum + each * contracts, 0)

/**
 * The fewest whole days within which at least `part` of `of` parts of the contracts were done (nearest rank, as
 * PostgreSQL's percentile_disc); always a number of days that occurred. Null for no contracts.
 */
export function quantile(days: Days, part: number, of: number): number | null {
  const all = countOf(days)
  let done = 0
  for (const each of [...days.keys()].sort((a, b) => a - b)) {
    done += days.get(each) ?? 0
    if (done > 0 && done * of >= all * part) return each
  }
  return null
}

export const median = (days: Days): number | null => quantile(days, 1, 2)

/** Nine of ten were done within. */
export const nineTenths = (days: Days): number | null => quantile(days, 9, 10)
