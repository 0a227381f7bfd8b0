import { bookOf, type Case, reported, within } from '../../report/testing/reported'
import { type SplitTable, tablesOfView } from '../../statistics/catalogue'
import { compute } from '../../statistics/compute'
import { published } from '../../statistics/testing/published-years'
import { knownUnits } from '../../statistics/testing/random-years'
import { onlyPrinted, type Shown } from '../shown'

/** The printed report of two years of contracts. */
export function shownOf(one: Case): Shown {
  const book = bookOf(within(one))
  const tables = tablesOfView(one.unit)
    .filter((spec): spec is SplitTable => spec.kind !== 'contracts')
    .map((spec) => ({ spec, table: compute(spec, book, knownUnits) }))
  return onlyPrinted({ ...reported(one), book, units: knownUnits, tables })
}

/** The report of 2024 as the registers of the demo make it. */
export const reportOf2024: Case = {
  ...published,
  unit: null,
  before: [],
  audits: { campaigns: 1, corrected: 12, revoked: 2 },
}
