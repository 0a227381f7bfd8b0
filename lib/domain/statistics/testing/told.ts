import type { Words } from '../../words'
import { addSums, type Book, noSums, type Sums } from '../book'
import { type ContractTable, type SplitTable, tables } from '../catalogue'
import { compute } from '../compute'
import { statementOfList } from '../statements/lists'
import { statementOf } from '../statements/statement-of'
import type { Telling } from '../statements/telling'
import { ledgerOf } from './ledger-of'
import { knownUnits, type Years } from './random-years'

export const splitTables = tables.filter((one): one is SplitTable => one.kind !== 'contracts')
export const lists = tables.filter((one): one is ContractTable => one.kind === 'contracts')

const bookOf = ({ now, earlier, elsewhere }: Years): Book => ({
  this: ledgerOf(now, elsewhere),
  last: ledgerOf(earlier),
})

/** The contracts of last year known by the same month, which stand for those to the same day. */
function tellingOf({ year, today, earlier }: Years): Telling {
  const byThen = earlier.filter(({ month }) => today >= `${year}-12-31` || month <= today.slice(5, 7))
  const lastToDay = byThen.reduce<Sums>(
    (sum, { turnover, technology }) => addSums(sum, { contracts: 1n, turnover, technology }),
    noSums,
  )
  return { year, today, lastToDay }
}

/** What the chart of a table says of two years. */
export const told = (spec: SplitTable, years: Years): Words =>
  statementOf(spec, compute(spec, bookOf(years), knownUnits), tellingOf(years))

/** The contracts a list shows. */
export const listedIn = ({ pick, most }: ContractTable, { now }: Years): { turnover: bigint }[] =>
  now
    .filter(({ trade }) => pick === 'largest' || trade === '1')
    .sort((a, b) => (a.turnover < b.turnover ? 1 : a.turnover > b.turnover ? -1 : 0))
    .slice(0, most)

/** What a list of contracts says of a year. */
export const toldOfList = (spec: ContractTable, years: Years): Words =>
  statementOfList(spec, listedIn(spec, years), bookOf(years).this, tellingOf(years))
