import { and, eq, inArray, lte, type SQL, sql } from 'drizzle-orm'
import type { Actor } from '@/lib/domain/access/actor'
import type { Filter } from '@/lib/domain/contract/filters'
import { addSums, noSums } from '@/lib/domain/statistics/book'
import type { CrossSum } from '@/lib/domain/statistics/cross'
import type { Side } from '@/lib/domain/statistics/cross-query'
import type { DimensionName } from '@/lib/domain/statistics/dimensions'
import type { Tx } from '../client'
import { posting, total } from '../schema'
import { linesInForce, ofPosting } from './in-force'
import { instant, type Way, wayTo } from './moment'
import { figuresOf } from './reach'
import { sumsOfRow } from './sums'

interface Asked {
  rows: Side
  columns: Side | null
  /** Every year that is read, those of last year's figures too. */
  years: readonly number[]
  filters: readonly Filter[]
  /** Only what was registered up to this day. */
  until?: string
  /** The past moment; null for now. */
  asOf: Date | null
}

type SumRow = Record<'row' | 'column' | 'contracts' | 'turnover' | 'technology', string> & { year: number }

/**
 * The sums of a cross-table in the actor's reach, by row, column and year; money in fen. Three sources give the same
 * answer: the running totals where one dimension at most is asked about, the postings for two of them, and the
 * contracts that counted, with their line, where a filter asks what no posting knows. Of a past moment the totals are
 * those of now without what was posted later, or else the postings known by then.
 */
export async function readCrossSums(tx: Tx, actor: Actor, asked: Asked): Promise<CrossSum[]> {
  const found = new Map<string, CrossSum>()
  for (const source of await sourcesOf(tx, asked)) {
    for (const { row, column, year, ...sums } of await tx.execute<SumRow>(source(actor, asked))) {
      const place = JSON.stringify([row, column, year])
      const one = addSums(found.get(place) ?? noSums, sumsOfRow(sums))
      if (one.contracts === 0n) found.delete(place)
      else found.set(place, { row, column, year, ...one })
    }
  }
  return [...found.values()]
}

type Source = (actor: Actor, asked: Asked) => SQL

async function sourcesOf(
  tx: Tx,
  { rows, columns, years, filters, until, asOf }: Asked,
): Promise<readonly Source[]> {
  const dimensions = [rows, columns].filter(isDimension)
  if (filters.some(({ key, operator }) => key !== 'unit' && operator !== 'cell')) return [fromContracts]
  const known = dimensions.length < 2 && until === undefined && filters.every(({ key }) => key === 'unit')
  if (!asOf) return [known ? fromTotals : fromPostings()]
  const way = await wayTo(tx, years, asOf)
  if (known && way.fromNow) return [fromTotals, fromPostings(way)]
  return [fromPostings({ sign: sql`${posting.sign}`, lines: knownBy(asOf) })]
}

const isDimension = (side: Side | null): side is DimensionName =>
  side !== null && side !== 'unit' && side !== 'year'

function fromTotals(actor: Actor, { rows, columns, years, filters }: Asked): SQL {
  const dimension = [rows, columns].find(isDimension) ?? 'all'
  const member = (side: Side | null) =>
    side === 'unit' ? sql`${total.unit}` : isDimension(side) ? sql`${total.member}` : none
  const where = and(
    inArray(total.year, [...years]),
    eq(total.dimension, dimension),
    figuresOf(actor, 'total', null),
    ...filters.map((filter) => (filter.operator === 'in' ? inArray(total.unit, filter.codes) : undefined)),
  )
  return sql`
    select year, ${member(rows)} as row, ${member(columns)} as column, sum(contracts) as contracts,
      sum(turnover) as turnover, sum(technology) as technology
    from ${total} where ${where} group by 1, 2, 3`
}

const fromPostings =
  (way?: Pick<Way, 'lines' | 'sign'>): Source =>
  (actor, asked) =>
    summed(
      asked,
      sql`${posting}`,
      and(
        inArray(posting.year, [...asked.years]),
        figuresOf(actor, 'posting', null),
        ...asked.filters.map(ofPosting),
        upTo(asked),
        way?.lines,
      ),
      way?.sign,
    )

const fromContracts: Source = (actor, asked) => {
  const { years, filters, asOf } = asked
  const where = [
    inArray(posting.year, [...years]),
    figuresOf(actor, 'posting', null),
    ...filters.map(ofPosting),
    upTo(asked),
  ]
  return summed(asked, sql`(${linesInForce(actor, asOf, and(...where))}) as posting`, undefined)
}

const upTo = ({ until }: Asked): SQL | undefined =>
  until === undefined ? undefined : lte(posting.registeredOn, until)

function summed(
  { rows, columns }: Asked,
  from: SQL,
  where: SQL | undefined,
  sign: SQL = sql`${posting.sign}`,
): SQL {
  const member = (side: Side | null) =>
    side === 'unit' || isDimension(side) ? sql`${posting[side]}::text` : none
  return sql`
    select ${posting.year} as year, ${member(rows)} as row, ${member(columns)} as column,
      sum(${sign}) as contracts, sum(${sign} * ${posting.turnover}) as turnover,
      sum(${sign} * ${posting.technology}) as technology
    from ${from} where ${where ?? sql`true`} group by 1, 2, 3`
}

const knownBy = (asOf: Date): SQL => sql`${posting.knownAt} <= ${instant(asOf)}`

const none = sql`''::text`
