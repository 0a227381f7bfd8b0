import type { Book } from '../../statistics/book'
import { type ContractTable, tableOf } from '../../statistics/catalogue'
import type { Facts } from '../../statistics/facts'
import { ledgerOf } from '../../statistics/ledger-of'
import { knownUnits, type Years } from '../../statistics/testing/random-years'
import { listedIn } from '../../statistics/testing/told'
import { firstInstitutions, type Institution } from '../../work-records/institutions'
import type { Counted } from '../../work-records/kinds'
import { reportOf } from '../build'
import type { Report, Sentence } from '../model'
import type { Audits } from '../source'

/** Two years of contracts and what else a report is made from. */
export interface Case extends Years {
  unit: string | null
  /** Turnover of the years before the last, the latest first; null where a past moment is reported. */
  before: readonly bigint[] | null
  audits: Audits | null
  /** Confirmed records of work; none where they play no part. */
  work?: readonly Counted[]
  /** The dated list of institutions; the first one where nothing is said. */
  institutions?: readonly Institution[]
}

const list = (id: string) => tableOf(id) as ContractTable

/** As in the readings of statements, days are told by their month here. */
const sameDay = ({ year, today, earlier }: Years): Facts[] =>
  earlier.filter(({ month }) => today >= `${year}-12-31` || month <= today.slice(5, 7))

const turnover = (facts: readonly Facts[]): bigint => facts.reduce((sum, one) => sum + one.turnover, 0n)

/** A unit’s report knows its own contracts alone, and nothing of what flows in. */
export function within(one: Case): Case {
  const { unit } = one
  if (unit === null) return one
  const own = (facts: readonly Facts[]) => facts.filter((fact) => fact.unit === unit)
  const work = one.work?.filter((record) => record.unit === unit) ?? []
  return { ...one, now: own(one.now), earlier: own(one.earlier), elsewhere: [], work }
}

/** The years whose turnover is known; those without a contract are left out, as the service leaves them out. */
export function historyOf({ year, now, earlier, before }: Case): { year: number; turnover: bigint }[] | null {
  if (before === null) return null
  return [
    ...before.map((sum, index) => ({ year: year - 2 - index, turnover: sum })),
    ...(earlier.length > 0 ? [{ year: year - 1, turnover: turnover(earlier) }] : []),
    ...(now.length > 0 ? [{ year, turnover: turnover(now) }] : []),
  ]
}

export const bookOf = (one: Case): Book => ({
  this: ledgerOf(one.now, one.elsewhere),
  last: ledgerOf(one.earlier),
  sameDay: ledgerOf(sameDay(one)),
})

export function reported(asked: Case): Report {
  const one = within(asked)
  const listed = (id: string) =>
    listedIn(list(id), one).map((facts) => ({ turnover: facts.turnover, type: (facts as Facts).type }))
  return reportOf({
    year: one.year,
    unit: one.unit,
    today: one.today,
    book: bookOf(one),
    units: knownUnits,
    history: historyOf(one),
    audits: one.audits,
    work: one.work ?? [],
    institutions: one.institutions ?? firstInstitutions,
    largest: listed('largest'),
    imports: listed('imports'),
  })
}

export const sentencesOf = ({ chapters }: Report): Sentence[] =>
  chapters.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'paragraph' ? block.sentences : [])),
  )
