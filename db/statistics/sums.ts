import type { Sums } from '@/lib/domain/statistics/book'

/** Sums as the database gives them: text, numbers, or null where there was nothing to add. */
export const sumsOfRow = (row: Record<keyof Sums, unknown>): Sums => ({
  contracts: BigInt(String(row.contracts ?? 0)),
  turnover: BigInt(String(row.turnover ?? 0)),
  technology: BigInt(String(row.technology ?? 0)),
})
