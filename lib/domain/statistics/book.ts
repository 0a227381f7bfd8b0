import type { DimensionName } from './dimensions'

/** What the ledger sums for one member of one dimension; money in fen. */
export interface Sums {
  contracts: bigint
  turnover: bigint
  technology: bigint
}

/** Dimensions a table can be split by: those of a posting, the whole, the unit, and into the Corps against out of it. */
export type SplitName = DimensionName | 'all' | 'unit' | 'direction'

/** Sums of one year by split and member. */
export type Ledger = ReadonlyMap<SplitName, ReadonlyMap<string, Sums>>

/** The year and the year before it, read at one moment. */
export interface Book {
  this: Ledger
  last: Ledger
  /** Last year to the same day, as a whole and by unit, while the year runs; absent once it is closed: the whole last year. */
  sameDay?: Ledger
}

export const noSums: Sums = { contracts: 0n, turnover: 0n, technology: 0n }

export const addSums = (a: Sums, b: Sums): Sums => ({
  contracts: a.contracts + b.contracts,
  turnover: a.turnover + b.turnover,
  technology: a.technology + b.technology,
})

export const sumsOf = (ledger: Ledger, split: SplitName, member: string): Sums =>
  ledger.get(split)?.get(member) ?? noSums

/** Nothing registered in the year and the one before, and nothing known to flow in. */
export const isEmptyBook = ({ this: year, last }: Book): boolean =>
  [year, last].every(
    (ledger) =>
      sumsOf(ledger, 'all', '').contracts === 0n && sumsOf(ledger, 'direction', 'elsewhere').contracts === 0n,
  )
