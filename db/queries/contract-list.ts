import { inArray, type SQL, sql } from 'drizzle-orm'
import type { Actor } from '@/lib/domain/access/actor'
import { type ColumnKey, columnKeys, type ListRow, mirroredFields } from '@/lib/domain/contract/columns'
import { type ListQuery, type SortKey, type Tab, tabs } from '@/lib/domain/contract/list-query'
import type { Tx } from '../client'
import { columnOf, conditionsOf, holdsWord, ordered } from '../conditions'
import { account, contract } from '../schema'
import { inReach, visibleAnd } from '../visibility'

/** What a list sorts by, never null, as an index has it; and the same as text for the cursor, and back. */
export const sorts: Record<SortKey, { by: SQL; text: SQL; read: (value: string) => SQL }> = {
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

type Paged = Pick<ListQuery, 'sort' | 'cursor'>

/** What lies beyond the cursor; `by` and `id` are what the rows are sorted by. */
export const beyond = ({ sort, cursor }: Paged, by: SQL, id: SQL): SQL | undefined => {
  if (!cursor) return undefined
  const upward = (cursor.direction === 'after') !== sort.descending
  return sql`(${by}, ${id}) ${sql.raw(upward ? '>' : '<')} (${sorts[sort.key].read(cursor.value)}, ${cursor.id}::uuid)`
}

/** The page before is read backwards. */
export const inOrder = ({ sort, cursor }: Paged, by: SQL, id: SQL): SQL => {
  const direction = sql.raw(sort.descending !== (cursor?.direction === 'before') ? 'desc' : 'asc')
  return sql`order by ${by} ${direction}, ${id} ${direction}`
}

/** A row of the list with its place in the order. */
export interface PlacedRow {
  row: ListRow
  place: { value: string; id: string }
  /** As the database keeps it, where it was asked for. */
  content: unknown
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
 * So many rows of the list in its order, from the cursor on.
 * @param whole also what each contract says
 * @param ids the contracts of these rows, where the sums found them (`readListSums`)
 */
export async function readListRows(
  tx: Tx,
  actor: Actor,
  query: Pick<ListQuery, 'tab' | 'words' | 'filters' | 'sort' | 'cursor'>,
  limit: number,
  { whole = false, ids = null }: { whole?: boolean; ids?: readonly string[] | null } = {},
): Promise<PlacedRow[]> {
  const { by, text } = sorts[query.sort.key]
  const id = sql`${contract.id}`
  const asked = ids
    ? visibleAnd(actor, sql`${id} = any(${sql.param([...ids])}::uuid[])`)
    : matching(actor, query, onTab(query.tab), beyond(query, by, id))
  const picked = Object.entries(shown).map(([key, value]) => sql`${value} as ${sql.identifier(key)}`)
  if (whole) picked.push(sql`${contract.content} as content`)
  const found = await tx.execute<Record<string, unknown>>(sql`
    select ${id} as id, ${text} as place, ${sql.join(picked, sql`, `)}
    from ${inReach}
    where ${asked} ${inOrder(query, by, id)} limit ${limit}`)
  const rows = found.map(placed)
  return query.cursor?.direction === 'before' ? rows.reverse() : rows
}

function placed(found: Record<string, unknown>): PlacedRow {
  const row = Object.fromEntries(columnKeys.map((key) => [key, found[key] ?? null]))
  for (const key of ['turnover', 'technology']) row[key] = row[key] === null ? null : BigInt(String(row[key]))
  row.updatedAt = new Date(Number(found.updatedAt)).toISOString()
  const id = String(found.id)
  return { row: { ...row, id } as ListRow, place: { value: String(found.place), id }, content: found.content }
}
