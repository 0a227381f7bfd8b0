import { and, inArray, type SQL, sql } from 'drizzle-orm'
import type { Actor } from '@/lib/domain/access/actor'
import type { Filter } from '@/lib/domain/contract/filters'
import { noSums, type Sums } from '@/lib/domain/statistics/book'
import type { CountedContract } from '@/lib/domain/statistics/counted'
import type { CellFilter } from '@/lib/domain/statistics/drill'
import type { Tx } from '../client'
import { visible } from '../visibility'
import { linesInForce, ofPosting } from './in-force'
import { instant } from './moment'
import { figuresOf } from './reach'
import { sumsOfRow } from './sums'

interface Reading {
  unit: string | null
  asOf: Date | null
}

type LineRow = Record<keyof CountedContract, string> & { posting: string }

/** Postings in force at the moment: put in, and not taken back out by a later line. */
const inForce = (actor: Actor, years: readonly number[], { unit, asOf }: Reading): SQL => {
  const known = (table: string) => (asOf ? sql` and ${sql.raw(table)}.known_at <= ${instant(asOf)}` : sql``)
  return sql`${inArray(sql`posting.year`, [...years])} and posting.sign = 1${known('posting')}
    and ${figuresOf(actor, 'posting', unit)}
    and not exists (
      select from posting back where back.year = posting.year and back.contract = posting.contract
        and back.sign = -1 and back.id > posting.id${known('back')})`
}

/** What of the year a cell counts. */
const ofCell = ({ split, members, from, until }: CellFilter): SQL =>
  and(
    split === null ? undefined : inArray(sql`posting.${sql.identifier(split)}`, [...members]),
    from === undefined ? undefined : sql`posting.registered_on >= ${from}::date`,
    until === undefined ? undefined : sql`posting.registered_on <= ${until}::date`,
  ) ?? sql`true`

/** Lines chosen first, then the few of them joined with what was known of the contract when they were posted. */
const withContract = (lines: SQL, order: SQL): SQL => sql`
  with line as materialized (${lines})
  select line.id as posting, counted.id, counted.number, line.unit, line.type,
    line.registered_on::text as "registeredOn", line.turnover, line.technology, counted.name,
    counted.seller_name as "sellerName", counted.buyer_name as "buyerName"
  from line join counted_line counted on counted.year = line.year and counted.posting = line.id
  order by ${order}`

const read = (rows: Iterable<LineRow>): CountedContract[] =>
  [...rows].map((row) => ({
    ...row,
    posting: Number(row.posting),
    turnover: BigInt(row.turnover),
    technology: BigInt(row.technology),
  }))

/** The contracts behind a cell, last registered first; `before` is the posting the page before ended with. */
export async function readCell(
  tx: Tx,
  actor: Actor,
  cell: CellFilter,
  reading: Reading,
  page: { most: number; before?: number | undefined },
): Promise<CountedContract[]> {
  const before = page.before === undefined ? sql`true` : sql`posting.id < ${page.before}`
  const lines = sql`
    select posting.* from posting
    where ${inForce(actor, [cell.year], reading)} and ${ofCell(cell)} and ${before}
    order by posting.id desc limit ${page.most}`
  return read(await tx.execute<LineRow>(withContract(lines, sql`line.id desc`)))
}

/** The contracts of a year by their day of registration, the last first. */
export async function readLatest(
  tx: Tx,
  actor: Actor,
  year: number,
  reading: Reading,
  most: number,
): Promise<CountedContract[]> {
  const lines = sql`
    select posting.* from posting
    where ${inForce(actor, [year], reading)} order by posting.registered_on desc, posting.id desc limit ${most}`
  return read(await tx.execute<LineRow>(withContract(lines, sql`line.registered_on desc, line.id desc`)))
}

/** The years asked for, where nothing but the posting need be asked about the rest. */
function yearsAlone(filters: readonly Filter[]): number[] | null {
  const years = filters.flatMap((one) => (one.key === 'year' && one.operator === 'in' ? one.codes : []))
  const plain = filters.every(({ key, operator }) => ['year', 'unit'].includes(key) || operator === 'cell')
  return plain && years.length > 0 ? years.map(Number) : null
}

/** What counted at a moment, and passes the filters as its words were then. */
export interface Then {
  filters: readonly Filter[]
  asOf: Date
}

function linesThen(actor: Actor, { filters, asOf }: Then): SQL {
  const narrowed = and(figuresOf(actor, 'posting', null), ...filters.map(ofPosting))
  const years = yearsAlone(filters)
  return years
    ? sql`select posting.* from posting
        where ${inForce(actor, years, { unit: null, asOf })} and ${narrowed ?? sql`true`}`
    : linesInForce(actor, asOf, narrowed)
}

/** All of it added up. */
export async function sumCountedThen(tx: Tx, actor: Actor, then: Then): Promise<Sums> {
  const [row] = await tx.execute<Record<keyof Sums, string>>(sql`
    select count(*) as contracts, sum(turnover) as turnover, sum(technology) as technology
    from (${linesThen(actor, then)}) counted`)
  return row ? sumsOfRow(row) : noSums
}

/** One page of it, the last posted first; `before` is the posting the page before ended with. */
export async function readCountedThen(
  tx: Tx,
  actor: Actor,
  then: Then,
  page: { most: number; before?: number | undefined },
): Promise<CountedContract[]> {
  const before = page.before === undefined ? sql`true` : sql`counted.id < ${page.before}`
  const chosen = sql`
    select counted.* from (${linesThen(actor, then)}) counted
    where ${before} order by counted.id desc limit ${page.most}`
  return read(await tx.execute<LineRow>(withContract(chosen, sql`line.id desc`)))
}

/** What the contracts behind a cell add up to: the postings themselves, put in and taken back out. */
export async function sumCell(
  tx: Tx,
  actor: Actor,
  cell: CellFilter,
  { unit, asOf }: Reading,
): Promise<Sums> {
  const [row] = await tx.execute<Record<keyof Sums, string>>(sql`
    select coalesce(sum(sign), 0) as contracts, coalesce(sum(sign * turnover), 0) as turnover,
      coalesce(sum(sign * technology), 0) as technology
    from posting
    where posting.year = ${cell.year} and ${ofCell(cell)} and ${figuresOf(actor, 'posting', unit)}
      and ${asOf ? sql`posting.known_at <= ${instant(asOf)}` : sql`true`}`)
  return row ? sumsOfRow(row) : noSums
}

/**
 * The largest contracts of a year, or its largest imports. `bands`: size bands known to hold enough of them, which
 * spare a past moment the sorting of all the rest.
 */
export async function readLargest(
  tx: Tx,
  actor: Actor,
  year: number,
  reading: Reading,
  pick: { imports: boolean; most: number; bands?: readonly string[] | undefined },
): Promise<CountedContract[]> {
  const lines = reading.asOf
    ? sql`select posting.* from posting
        where ${inForce(actor, [year], reading)} and ${pick.imports ? sql`posting.trade = '1'` : sql`true`}
          and ${pick.bands && !pick.imports ? inArray(sql`posting.band`, [...pick.bands]) : sql`true`}
        order by posting.turnover desc, posting.contract limit ${pick.most}`
    : largestNow(actor, year, reading.unit, pick)
  return read(await tx.execute<LineRow>(withContract(lines, sql`line.turnover desc, line.contract`)))
}

/** Live, an index of each unit gives its first ones, so that a million contracts cost as little as ten. */
function largestNow(
  actor: Actor,
  year: number,
  unit: string | null,
  pick: { imports: boolean; most: number },
): SQL {
  const registered = sql`contract.year = ${year} and contract.status = 'registered' and ${visible(actor)}`
  const first = sql`order by contract.turnover desc nulls last, contract.id limit ${pick.most}`
  const ofUnit = (one: SQL) => sql`contract.unit = ${one}`
  const keys = sql`contract.year, contract.posting, contract.turnover, contract.id`
  const chosen = pick.imports
    ? sql`select ${keys} from contract
        where ${registered} and contract.trade = '1' and ${unit === null ? sql`true` : ofUnit(sql`${unit}`)} ${first}`
    : sql`select first.* from unit cross join lateral (
          select ${keys} from contract where ${registered} and ${ofUnit(sql`unit.code`)} ${first}
        ) first
        where ${unit === null ? sql`true` : sql`unit.code = ${unit}`}
        order by first.turnover desc, first.id limit ${pick.most}`
  return sql`
    select posting.* from (${chosen}) top
      join posting on posting.year = ${year} and posting.id = top.posting and ${figuresOf(actor, 'posting', unit)}`
}

/** The years that anything is registered in within reach, the latest first. */
export async function readYears(tx: Tx, actor: Actor): Promise<number[]> {
  const rows = await tx.execute<{ year: number }>(sql`
    select distinct year from total
    where dimension = 'all' and contracts <> 0 and ${figuresOf(actor, 'total', null)} order by year desc`)
  return rows.map(({ year }) => year)
}
