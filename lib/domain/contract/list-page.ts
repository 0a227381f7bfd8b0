import type { Words } from '../words'
import type { ListRow } from './columns'
import type { Cursor, Tab } from './list-query'

/** Contracts counted, and their amounts in fen; `exact` is false where counting stopped at its bound. */
export interface Sums {
  contracts: number
  turnover: bigint
  technology: bigint
  exact: boolean
}

/** One page of the list with everything around it. */
export interface ContractPage {
  rows: ListRow[]
  /** Where the pages before and after begin; null at the ends. */
  previous: Cursor | null
  next: Cursor | null
  /** Tabs the actor can ever see something in, with their counts under the same filters. */
  tabs: { tab: Tab; sums: Sums }[]
  sums: Sums
  /** Units by their names of today. */
  units: ReadonlyMap<string, Words>
  /** Years that filters offer, the latest first. */
  years: string[]
}
