import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Actor } from '@/lib/domain/access/actor'
import { onRegister, type Status, statusNames } from '@/lib/domain/contract/lifecycle'
import { type ListQuery, tabs } from '@/lib/domain/contract/list-query'
import type { Tx } from '../client'
import { asksSearch, conditionsOf, holdsWord, unitsSearched, unregisteredSearched } from '../conditions'
import { contract, posting, total } from '../schema'
import { inReach, unitsPlainly, visible } from '../visibility'
import { beyond, inOrder, sorts } from './contract-list'

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

type Asked = Pick<ListQuery, 'tab' | 'words' | 'filters' | 'sort' | 'cursor' | 'exact'>

/**
 * Counts and sums of each status under the query's words and filters. What the books know (year, unit, cells of the
 * statistics) is read from them, always exact; the rest is counted up to the bound. Where that meets every contract of the
 * tab, it also tells those of the page, so that what is rare is not looked for twice.
 * @param limit how many contracts of the page, in its order
 */
export async function readListSums(
  tx: Tx,
  actor: Actor,
  query: Asked,
  limit: number,
  bound = countBound,
): Promise<{ sums: StatusSum[]; ids: string[] | null }> {
  const booked = bookedOf(actor, query)
  const possible = possibleUnder(query.filters)
  const others = possible.filter((status) => status !== 'registered')
  // To gather what an index knows of something common takes longer than all else, so it is gathered once or not at all.
  const expected = booked || query.exact ? 0 : await expectedOf(tx, actor, query)
  const isUncounted = isOfOneColumn(actor, query) && expected > 4 * bound
  const parts = booked
    ? others.map((status) => [status])
    : isUncounted
      ? [others]
      : query.exact || expected > bound
        ? [registered, others]
        : [possible]
  const among: readonly Status[] = tabs[query.tab].statuses
  const isWhole = !among.includes('registered') || !(booked || isUncounted)
  const counted = await countEach(tx, actor, query, { parts, limit: isWhole ? limit : 0, bound })
  const known = booked ? await tx.execute<SumRow>(booked) : []
  return {
    sums: [
      ...counted.sums.map((row) => sumOf(row, bound, query.exact || row.together <= bound)),
      ...known.map((row) => sumOf(row, bound, true)),
      ...(isUncounted ? [{ ...none, contracts: bound }] : []),
    ],
    ids: isWhole ? counted.ids : null,
  }
}

const registered: readonly Status[] = ['registered']

/** Only what is registered has a posting for a cell to ask, and a year and a day of registration only what is on the register. */
function possibleUnder(filters: ListQuery['filters']): readonly Status[] {
  if (filters.some(({ operator }) => operator === 'cell')) return registered
  return filters.some(({ key }) => key === 'year' || key === 'registeredOn') ? onRegister : statusNames
}

type SumRow = { status: Status; contracts: number; turnover: string; technology: string }
/** `together`: how many were met of all statuses that were counted in one. */
type Counted = { sums: (SumRow & { together: number })[]; ids: string[] | null }

const none: StatusSum = { status: 'registered', contracts: 0, turnover: 0n, technology: 0n, exact: false }

const sumOf = (
  { status, contracts, turnover, technology }: SumRow,
  bound: number,
  exact: boolean,
): StatusSum => ({
  status,
  contracts: exact ? contracts : Math.min(contracts, bound),
  turnover: BigInt(turnover),
  technology: BigInt(technology),
  exact,
})

/** What is counted, its statuses written out, so that the planner knows how common they are: the units are asked of the search index where it is asked for anything. */
function counting(actor: Actor, query: Asked, statuses: readonly Status[]): SQL {
  const isSearched = asksSearch(query)
  const ofUnits = isSearched ? unitsSearched : unitsPlainly
  return and(
    visible(actor, ofUnits),
    isSearched && !statuses.includes('registered') ? unregisteredSearched : undefined,
    sql`${contract.status} in (${sql.raw(statuses.map((status) => `'${status}'`).join(', '))})`,
    ...query.words.map(holdsWord),
    ...conditionsOf(query.filters, actor.unit, ofUnits),
  ) as SQL
}

/**
 * About how many registered contracts the planner expects: twice what it says, because it takes half of what it finds to lie
 * within reach.
 */
async function expectedOf(tx: Tx, actor: Actor, query: Asked): Promise<number> {
  const [row] = await tx.execute<{ 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }>(
    sql`explain (format json) select from ${inReach} where ${counting(actor, query, registered)}`,
  )
  return 2 * (row?.['QUERY PLAN'][0].Plan['Plan Rows'] ?? 0)
}

/**
 * Whether the planner knows of one column how common the answer is. Of several conditions it only guesses how they meet, and
 * nothing may be told uncounted on a guess.
 */
const isOfOneColumn = (actor: Actor, { words, filters }: Asked): boolean =>
  actor.unit === null &&
  words.length + filters.length === 1 &&
  words.every((word) => [...word].length <= 2) &&
  filters.every(({ operator }) => operator !== 'contains' && operator !== 'cell')

/** Counts part by part, each of some statuses and up to the bound, and finds the page among what was met where that is all. */
async function countEach(
  tx: Tx,
  actor: Actor,
  query: Asked,
  { parts, limit, bound }: { parts: readonly (readonly Status[])[]; limit: number; bound: number },
): Promise<Counted> {
  const branches = parts
    .filter((part) => part.length > 0)
    .map(
      (part, index) => sql`(
        select ${sql.raw(String(index))} as part, ${contract.status} as status, ${contract.id} as id,
          ${sorts[query.sort.key].by} as place, ${contract.turnover}, ${contract.technology}
        from ${inReach} where ${counting(actor, query, part)} ${query.exact ? sql`` : sql`limit ${bound + 1}`})`,
    )
  if (branches.length === 0) return { sums: [], ids: [] }
  const [place, id] = [sql`place`, sql`id`]
  const onTab = sql`status = any(${sql.param([...tabs[query.tab].statuses])}::text[])`
  const [row] = await tx.execute<Counted>(sql`
    with found as materialized (${sql.join(branches, sql` union all `)}),
    counted as materialized (
      select status, count(*)::integer as contracts, coalesce(sum(turnover), 0)::text as turnover,
        coalesce(sum(technology), 0)::text as technology, (sum(count(*)) over (partition by part))::integer as together
      from found group by part, status
    )
    select (select coalesce(json_agg(counted), '[]') from counted) as sums,
      case when ${limit > 0} and not exists (select from counted where ${onTab} and together > ${bound}) then array(
        select id from found where ${and(onTab, beyond(query, place, id))}
        ${inOrder(query, place, id)} limit ${limit}
      ) end as ids`)
  return row ?? { sums: [], ids: [] }
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
