import type { Words } from '../../words'
import { type Book, sumsOf } from '../book'
import { type ContractTable, type SplitTable, tables } from '../catalogue'
import { compute } from '../compute'
import type { Facts } from '../facts'
import { ledgerOf } from '../ledger-of'
import { statementOfList } from '../statements/lists'
import { statementOf } from '../statements/statement-of'
import type { Telling } from '../statements/telling'
import { knownUnits, type Years } from './random-years'

export const splitTables = tables.filter((one): one is SplitTable => one.kind !== 'contracts')
export const lists = tables.filter((one): one is ContractTable => one.kind === 'contracts')

/** As everywhere, days are told by their month here. */
const sameDay = ({ year, today, earlier }: Years): Facts[] =>
  earlier.filter(({ month }) => today >= `${year}-12-31` || month <= today.slice(5, 7))

const bookOf = (years: Years): Book => ({
  this: ledgerOf(years.now, years.elsewhere),
  last: ledgerOf(years.earlier),
  sameDay: ledgerOf(sameDay(years)),
})

const tellingOf = (years: Years): Telling => ({
  year: years.year,
  today: years.today,
  lastToDay: sumsOf(ledgerOf(sameDay(years)), 'all', ''),
})

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
