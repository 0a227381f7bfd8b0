import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Actor } from '@/lib/domain/access/actor'
import { type ColumnKey, columnKeys, type ListRow, mirroredFields } from '@/lib/domain/contract/columns'
import { type Status, statusNames } from '@/lib/domain/contract/lifecycle'
import {
  type Cursor,
  type ListQuery,
  type Sort,
  type SortKey,
  type Tab,
  tabs,
} from '@/lib/domain/contract/list-query'
import type { Tx } from '../client'
import { columnOf, conditionsOf, holdsWord, ordered } from '../conditions'
import { account, contract, posting, total } from '../schema'
import { inReach, visibleAnd } from '../visibility'

/** What a list sorts by, never null, as an index has it; and the same as text for the cursor, and back. */
const sorts: Record<SortKey, { by: SQL; text: SQL; read: (value: string) => SQL }> = {
  updatedAt: {
    by: sql`${contract.updatedAt}`,
    text: sql`(extract(epoch from ${contract.updatedAt}) * 1000000)::bigint::text`,
    read: (value) => sql`(timestamptz 'epoch' + ${value}::float8 * interval '1 microsecond')`,
  },
  localNumber: {
    by: sql`${contract.localNumber}`,
    text: sql`${contract.localNumber}`,
    read: (value) => sql`${value}::text`,
  },
  registeredOn: day(ordered.registeredOn),
  turnover: amount(ordered.turnover),
  technology: amount(ordered.technology),
  signDate: {
    by: ordered.signDate,
    text: ordered.signDate,
    read: (value) => sql`${value}::text`,
  },
}

function day(by: SQL) {
  const text = sql`coalesce(${contract.registeredOn}::text, '')`
  return { by, text, read: (value: string) => sql`coalesce(nullif(${value}::text, ''), '-infinity')::date` }
}

function amount(by: SQL) {
  return { by, text: sql`${by}::text`, read: (value: string) => sql`${value}::bigint` }
}

/** What the query asks, in the actor's reach; the tab and the page are left to the caller. */
const matching = (
  actor: Actor,
  { words, filters }: Pick<ListQuery, 'words' | 'filters'>,
  ...more: (SQL | undefined)[]
) => visibleAnd(actor, ...words.map(holdsWord), ...conditionsOf(filters, actor.unit), ...more)

const onTab = (tab: Tab): SQL | undefined =>
  tab === 'all' ? undefined : inArray(contract.status, [...tabs[tab].statuses])

const beyond = (sort: Sort, cursor: Cursor | null): SQL | undefined => {
  if (!cursor) return undefined
  const { by, read } = sorts[sort.key]
  const upward = (cursor.direction === 'after') !== sort.descending
  return sql`(${by}, ${contract.id}) ${sql.raw(upward ? '>' : '<')} (${read(cursor.value)}, ${cursor.id}::uuid)`
}

/** A row of the list with its place in the order. */
export interface PlacedRow {
  row: ListRow
  place: { value: string; id: string }
}

const shown: Record<ColumnKey, SQL> = {
  number: sql`${contract.number}`,
  localNumber: sql`${contract.localNumber}`,
  status: sql`${contract.status}`,
  unit: sql`${contract.unit}`,
  year: sql`${contract.year}`,
  registeredOn: sql`${contract.registeredOn}::text`,
  acceptedOn: sql`${contract.acceptedOn}::text`,
  dueOn: sql`${contract.dueOn}::text`,
  updatedAt: sql`(extract(epoch from ${contract.updatedAt}) * 1000)::float8`,
  editedBy: sql`(select ${account.name} from ${account} where ${account.id} = ${contract.editedBy})`,
  ...(Object.fromEntries(mirroredFields.map((name) => [name, sql`${columnOf(name)}`])) as Record<
    (typeof mirroredFields)[number],
    SQL
  >),
}

/**
 * So many rows of the list in its order, from the cursor on. The page before is read backwards and turned round.
 */
export async function readListRows(
  tx: Tx,
  actor: Actor,
  query: Pick<ListQuery, 'tab' | 'words' | 'filters' | 'sort' | 'cursor'>,
  limit: number,
): Promise<PlacedRow[]> {
  const { sort, cursor } = query
  const backwards = cursor?.direction === 'before'
  const direction = sql.raw(sort.descending !== backwards ? 'desc' : 'asc')
  const { by, text } = sorts[sort.key]
  const picked = Object.entries(shown).map(([key, value]) => sql`${value} as ${sql.identifier(key)}`)
  const found = await tx.execute<Record<string, unknown>>(sql`
    select ${contract.id} as id, ${text} as place, ${sql.join(picked, sql`, `)}
    from ${inReach}
    where ${matching(actor, query, onTab(query.tab), beyond(sort, cursor))}
    order by ${by} ${direction}, ${contract.id} ${direction}
    limit ${limit}`)
  const rows = found.map(placed)
  return backwards ? rows.reverse() : rows
}

function placed(found: Record<string, unknown>): PlacedRow {
  const row = Object.fromEntries(columnKeys.map((key) => [key, found[key] ?? null]))
  for (const key of ['turnover', 'technology']) row[key] = row[key] === null ? null : BigInt(String(row[key]))
  row.updatedAt = new Date(Number(found.updatedAt)).toISOString()
  const id = String(found.id)
  return { row: { ...row, id } as ListRow, place: { value: String(found.place), id } }
}

/** Contracts of one status under the filters, with their amounts in fen. */
export interface StatusSum {
  status: Status
  contracts: number
  turnover: bigint
  technology: bigint
  /** False where counting stopped at the bound. */
  exact: boolean
}

/** Counting stops here unless exact sums are asked for: reading more rows than this takes longer than the list itself. */
export const countBound = 10_000

/**
 * Counts and sums of each status under the query's words and filters. What the books know (year, unit, cells of the
 * statistics) is read from them, always exact; the rest is counted up to the bound.
 */
export async function readListSums(
  tx: Tx,
  actor: Actor,
  query: Pick<ListQuery, 'words' | 'filters' | 'exact'>,
): Promise<StatusSum[]> {
  const booked = bookedOf(actor, query)
  // Only what is registered has a posting for a cell to ask.
  const possible = query.filters.some(({ operator }) => operator === 'cell') ? registered : statusNames
  const statuses = possible.filter((status) => !booked || status !== 'registered')
  const counted = statuses.length > 0 ? await tx.execute<SumRow>(countEach(actor, query, statuses)) : []
  const known = booked ? await tx.execute<SumRow>(booked) : []
  return [
    ...counted.map((row) => sumOf(row, query.exact || row.contracts <= countBound)),
    ...known.map((row) => sumOf(row, true)),
  ]
}

const registered: readonly Status[] = ['registered']

type SumRow = { status: Status; contracts: number; turnover: string; technology: string }

const sumOf = ({ status, contracts, turnover, technology }: SumRow, exact: boolean): StatusSum => ({
  status,
  contracts: exact ? contracts : countBound,
  turnover: BigInt(turnover),
  technology: BigInt(technology),
  exact,
})

function countEach(
  actor: Actor,
  query: Pick<ListQuery, 'words' | 'filters' | 'exact'>,
  statuses: readonly Status[],
): SQL {
  const bound = query.exact ? sql`` : sql`limit ${countBound + 1}`
  // One branch each, its status written out: the planner then knows how common it is.
  const branches = statuses.map(
    (status) => sql`
      select ${sql.raw(`'${status}'`)} as status, count(*)::integer as contracts,
        coalesce(sum(one.turnover), 0)::text as turnover, coalesce(sum(one.technology), 0)::text as technology
      from (
        select ${contract.turnover}, ${contract.technology} from ${inReach}
        where ${matching(actor, query, sql`${contract.status} = ${sql.raw(`'${status}'`)}`)} ${bound}
      ) as one`,
  )
  return sql.join(branches, sql` union all `)
}

/** Registered contracts from the books, where the query asks nothing they do not know: totals, or the lines for two cells. */
function bookedOf(actor: Actor, { words, filters }: Pick<ListQuery, 'words' | 'filters'>): SQL | null {
  const cells = filters.filter((filter) => filter.operator === 'cell')
  const known = filters.every(({ key, operator }) => operator === 'cell' || key === 'year' || key === 'unit')
  if (words.length > 0 || !known) return null
  const among = ({ year, unit }: { year: PgColumn; unit: PgColumn }) => [
    actor.role === 'registrar' ? eq(unit, actor.unit ?? '') : undefined,
    ...filters.flatMap((filter) =>
      filter.operator === 'in'
        ? [filter.key === 'year' ? inArray(year, filter.codes.map(Number)) : inArray(unit, filter.codes)]
        : [],
    ),
  ]
  if (cells.length > 1) {
    return sql`
      select 'registered' as status, coalesce(sum(sign), 0)::integer as contracts,
        coalesce(sum(sign * turnover), 0)::text as turnover, coalesce(sum(sign * technology), 0)::text as technology
      from ${posting}
      where ${and(...cells.map(({ dimension, members }) => inArray(posting[dimension], members)), ...among(posting))}`
  }
  const cell = cells[0]
  return sql`
    select 'registered' as status, coalesce(sum(contracts), 0)::integer as contracts,
      coalesce(sum(turnover), 0)::text as turnover, coalesce(sum(technology), 0)::text as technology
    from ${total}
    where ${and(eq(total.dimension, cell?.dimension ?? 'all'), cell ? inArray(total.member, cell.members) : undefined, ...among(total))}`
}
