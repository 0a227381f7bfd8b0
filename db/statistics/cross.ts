import { and, eq, inArray, lte, type SQL, sql } from 'drizzle-orm'
import type { Actor } from '@/lib/domain/access/actor'
import type { Filter } from '@/lib/domain/contract/filters'
import type { CrossSum } from '@/lib/domain/statistics/cross'
import type { Side } from '@/lib/domain/statistics/cross-query'
import type { DimensionName } from '@/lib/domain/statistics/dimensions'
import type { Tx } from '../client'
import { conditionOf } from '../conditions'
import { contract, posting, total } from '../schema'
import { visibleAnd } from '../visibility'
import { figuresOf } from './reach'

interface Asked {
  rows: Side
  columns: Side | null
  /** Every year that is read, those of last year's figures too. */
  years: readonly number[]
  filters: readonly Filter[]
  /** Only what was registered up to this day. */
  until?: string
}

type SumRow = Record<'row' | 'column' | 'contracts' | 'turnover' | 'technology', string> & { year: number }

/**
 * The sums of a cross-table in the actor's reach, by row, column and year; money in fen. Three sources give the same
 * answer: the running totals where one dimension at most is asked about, the postings for two of them, and the
 * registered contracts with their posting in force where a filter asks what no posting knows.
 */
export async function readCrossSums(tx: Tx, actor: Actor, asked: Asked): Promise<CrossSum[]> {
  const rows = await tx.execute<SumRow>(sourceOf(asked)(actor, asked))
  return rows.map(({ row, column, year, contracts, turnover, technology }) => ({
    row,
    column,
    year,
    contracts: BigInt(contracts),
    turnover: BigInt(turnover),
    technology: BigInt(technology),
  }))
}

function sourceOf({ rows, columns, filters, until }: Asked): (actor: Actor, asked: Asked) => SQL {
  const dimensions = [rows, columns].filter(isDimension)
  if (filters.some(({ key, operator }) => key !== 'unit' && operator !== 'cell')) return fromContracts
  const known = dimensions.length < 2 && until === undefined && filters.every(({ key }) => key === 'unit')
  return known ? fromTotals : fromPostings
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

const fromPostings = (actor: Actor, asked: Asked): SQL =>
  summed(
    asked,
    sql`${posting}`,
    and(
      inArray(posting.year, [...asked.years]),
      figuresOf(actor, 'posting', null),
      ...asked.filters.map(ofPosting),
      upTo(asked),
    ),
  )

const fromContracts = (actor: Actor, asked: Asked): SQL =>
  summed(
    asked,
    sql`contract_in_reach as contract
      join ${posting} on ${posting.year} = ${contract.year} and ${posting.id} = ${contract.posting}`,
    visibleAnd(
      actor,
      eq(contract.status, 'registered'),
      inArray(contract.year, [...asked.years]),
      figuresOf(actor, 'posting', null),
      ...asked.filters.map(ofPosting),
      upTo(asked),
    ),
  )

const upTo = ({ until }: Asked): SQL | undefined =>
  until === undefined ? undefined : lte(posting.registeredOn, until)

/** A filter asked of the joined posting where the posting knows the answer, and of the contract otherwise. */
function ofPosting(filter: Filter): SQL | undefined {
  if (filter.operator === 'cell') return inArray(posting[filter.dimension], filter.members)
  return filter.operator === 'in' && filter.key === 'unit'
    ? inArray(posting.unit, filter.codes)
    : conditionOf(filter)
}

function summed({ rows, columns }: Asked, from: SQL, where: SQL | undefined): SQL {
  const member = (side: Side | null) =>
    side === 'unit' || isDimension(side) ? sql`${posting[side]}::text` : none
  return sql`
    select ${posting.year} as year, ${member(rows)} as row, ${member(columns)} as column,
      sum(${posting.sign}) as contracts, sum(${posting.sign} * ${posting.turnover}) as turnover,
      sum(${posting.sign} * ${posting.technology}) as technology
    from ${from} where ${where} group by 1, 2, 3`
}

const none = sql`''::text`
