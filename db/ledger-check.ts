import { and, asc, eq, gt, inArray, isNotNull, type SQL, sql } from 'drizzle-orm'
import { type Content, contentSchema } from '@/lib/domain/contract/content'
import { dimensionNames } from '@/lib/domain/statistics/dimensions'
import { database, type Tx } from './client'
import { holdIfFree } from './locks'
import { contract, posting, unitVersion } from './schema'

/** Seals what no running transaction can still precede; null when another process is at it. Returns the rows sealed. */
export async function seal(): Promise<number | null> {
  return database().orm.transaction(async (tx) => {
    if (!(await holdIfFree(tx, 'sealing'))) return null
    const [made] = await tx.execute<{ rows: number }>(sql`select jishi_seal() as rows`)
    return made?.rows ?? 0
  })
}

/** A row that is not as it was written: its table, primary key joined by `/`, and what is wrong with it. */
export interface Fault {
  table: string
  key: string
  what: string
}

type Found = { key: string; what: string }

/** Events out of their chain, in the order they were written. */
export async function readEventFaults(
  tx: Tx,
  most: number,
): Promise<(Fault & { contract: string; seq: number })[]> {
  const rows = await tx.execute<Found & { contract: string; seq: number }>(
    sql`select * from jishi_verify_events(${most})`,
  )
  return rows.map((row) => ({ table: 'contract_event', ...row }))
}

const faultsOf = async (tx: Tx, table: string, query: SQL): Promise<Fault[]> =>
  (await tx.execute<Found>(query)).map(({ key, what }) => ({
    // Without its entry the cover can't be checked: the entry is what is at fault.
    table: what === 'uncovered' ? 'cover' : table,
    key,
    what,
  }))

/** Contracts that are not as their last event or, for drafts, their last saving left them. */
export const readContractFaults = (tx: Tx, most: number) =>
  faultsOf(tx, 'contract', sql`select * from jishi_verify_contracts(${most})`)

/** Rows that don't match the hash they carry. */
export const readLineFaults = (tx: Tx, table: 'posting' | 'trail' | 'imprint', most: number) =>
  faultsOf(tx, table, sql`select * from jishi_verify_lines(${table}, ${most})`)

/** Rows of a covered table that don't match their last imprint, were taken out or slipped in. */
export const readCoverFaults = (tx: Tx, table: string, most: number) =>
  faultsOf(tx, table, sql`select * from jishi_verify_cover(${table}, ${most})`)

/** Seals that the rows they cover don't make. */
export const readSealFaults = (tx: Tx, most: number) =>
  faultsOf(tx, 'seal', sql`select * from jishi_verify_seals(${most})`)

/** Registration counters beside the numbers given. */
export const readNumberFaults = (tx: Tx, most: number) =>
  faultsOf(tx, 'registration_counter', sql`select * from jishi_verify_numbers(${most})`)

/** Rows of each table that is checked. */
export async function readSizes(tx: Tx): Promise<Map<string, number>> {
  const rows = await tx.execute<{ name: string; rows: string }>(sql`select * from jishi_ledger_size()`)
  return new Map(rows.map(({ name, rows }) => [name, Number(rows)]))
}

export interface CountedRow {
  id: string
  unit: string
  registeredOn: string
  content: Content
  /** The posting that counts it; absent where there is none with that number. */
  line: typeof posting.$inferSelect | null
}

/** Registered contracts with the posting in force, of all years or of some, a batch after an id. */
export async function readCounted(
  tx: Tx,
  after: string | null,
  most: number,
  ofYears?: readonly number[],
): Promise<CountedRow[]> {
  const rows = await tx
    .select({
      id: contract.id,
      unit: contract.unit,
      registeredOn: contract.registeredOn,
      content: contract.content,
      line: posting,
    })
    .from(contract)
    .leftJoin(
      posting,
      // The year is the contract's own: each line is looked for in one partition.
      and(eq(posting.year, contract.year), eq(posting.id, contract.posting)),
    )
    .where(
      and(
        isNotNull(contract.posting),
        ofYears && inArray(contract.year, [...ofYears]),
        after === null ? undefined : gt(contract.id, after),
      ),
    )
    .orderBy(asc(contract.id))
    .limit(most)
  return rows.map(({ id, unit, registeredOn, content, line }) => ({
    id,
    unit,
    registeredOn: registeredOn ?? '',
    content: readContent(content),
    line: line?.contract === id && line.sign === 1 ? line : null,
  }))
}

/**
 * Works through batches in the order of their ids, reading the next while the last is looked at; never more than two are
 * held at once.
 */
export async function eachBatch<Row extends { id: string }>(
  read: (after: string | null) => Promise<Row[]>,
  look: (rows: readonly Row[]) => void,
): Promise<void> {
  let coming = read(null)
  for (;;) {
    const rows = await coming
    const last = rows.at(-1)
    if (!last) return
    coming = read(last.id)
    look(rows)
  }
}

/** Every version of every unit, the earliest first: a contract's area is that of the day it was registered. */
export const readUnitVersions = (tx: Tx) => tx.select().from(unitVersion).orderBy(unitVersion.validFrom)

/** What can't be read any more counts as nothing, and so as a fault. */
const readContent = (content: unknown): Content => contentSchema.safeParse(content).data ?? {}

export interface BookedContract {
  id: string
  unit: string
  registeredOn: string
  /** The line it says is in force. */
  posting: number | null
  events: { id: number; action: string; statusAfter: string; content: Content }[]
  lines: (typeof posting.$inferSelect)[]
}

/** Contracts that have a number, with their events and postings, a batch after an id. */
export async function readBooked(tx: Tx, after: string | null, most: number): Promise<BookedContract[]> {
  const rows = await tx.query.contract.findMany({
    columns: { id: true, unit: true, registeredOn: true, posting: true },
    where: and(isNotNull(contract.number), after === null ? undefined : gt(contract.id, after)),
    orderBy: asc(contract.id),
    limit: most,
  })
  if (rows.length === 0) return []
  // One parameter, whatever their number: thousands of them took longer to plan than to read.
  const ids = sql`any(${`{${rows.map(({ id }) => id).join(',')}}`}::uuid[])`
  const [events, lines] = await Promise.all([
    tx.query.contractEvent.findMany({
      columns: { id: true, contract: true, action: true, statusAfter: true, content: true },
      where: (event, { and, notInArray }) =>
        and(sql`${event.contract} = ${ids}`, notInArray(event.action, unbooked)),
      orderBy: (event, { asc }) => asc(event.seq),
    }),
    tx.query.posting.findMany({
      where: (line) => sql`${line.contract} = ${ids}`,
      orderBy: (line, { asc }) => asc(line.id),
    }),
  ])
  const eventsOf = byContract(events)
  const linesOf = byContract(lines)
  return rows.map(({ registeredOn, ...row }) => ({
    ...row,
    registeredOn: registeredOn ?? '',
    events: (eventsOf.get(row.id) ?? []).map(({ content, ...event }) => ({
      ...event,
      content: readContent(content),
    })),
    lines: linesOf.get(row.id) ?? [],
  }))
}

function byContract<Row extends { contract: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const grouped = new Map<string, Row[]>()
  for (const row of rows) {
    const group = grouped.get(row.contract)
    if (group) group.push(row)
    else grouped.set(row.contract, [row])
  }
  return grouped
}

/** Acts that never post, most of all events: their contents need not be read. */
const unbooked = ['create', 'submit', 'withdraw', 'return', 'refuse', 'dispute', 'discard']

/** Contracts whose postings add up to something else than their standing says: one line in force, or none. */
export async function readStrayLines(tx: Tx, most: number): Promise<{ contract: string; lines: number }[]> {
  const rows = await tx.execute<{ contract: string; lines: string }>(sql`
    select summed.contract, summed.lines
    from (select contract, sum(sign) as lines from posting group by contract) summed
      left join contract on contract.id = summed.contract
    where summed.lines <> case when contract.posting is null then 0 else 1 end
    order by summed.contract limit ${most}`)
  return [...rows].map(({ contract, lines }) => ({ contract, lines: Number(lines) }))
}

export interface TotalFault {
  year: number
  unit: string
  split: string
  member: string
  kept: [contracts: string, turnover: string, technology: string]
  posted: [contracts: string, turnover: string, technology: string]
}

/** Running totals that differ from the sum of the postings; amounts in fen. */
export async function readTotalFaults(tx: Tx, most: number): Promise<TotalFault[]> {
  const splits = sql.join(
    dimensionNames.map((name) => sql`(${sql.raw(`'${name}'`)}, ${sql.identifier(name)})`),
    sql`, `,
  )
  const three = (table: string) => {
    const value = (name: string) => sql`coalesce(${sql.raw(`${table}.${name}`)}, 0)::text`
    return sql`array[${value('contracts')}, ${value('turnover')}, ${value('technology')}]`
  }
  const rows = await tx.execute<{ [K in keyof TotalFault]: TotalFault[K] }>(sql`
    with posted as (
      select year, unit, split, member, sum(sign) as contracts, sum(sign * turnover) as turnover,
        sum(sign * technology) as technology
      from posting, lateral (values ('all', ''), ('day', registered_on::text), ${splits}) as s (split, member)
      group by year, unit, split, member
    ), kept as (
      select year, unit, dimension, member, contracts, turnover, technology from total
      union all select year, unit, 'day', day::text, contracts, turnover, technology from day_total
    )
    select coalesce(kept.year, posted.year) as year, coalesce(kept.unit, posted.unit) as unit,
      coalesce(kept.dimension, posted.split) as split, coalesce(kept.member, posted.member) as member,
      ${three('kept')} as kept, ${three('posted')} as posted
    from kept full join posted on posted.year = kept.year and posted.unit = kept.unit
      and posted.split = kept.dimension and posted.member = kept.member
    where kept.year is null or posted.year is null or ${three('kept')} <> ${three('posted')}
    order by 1, 2, 3, 4 limit ${most}`)
  return [...rows]
}
