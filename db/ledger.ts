import { and, desc, eq, getTableColumns, sql } from 'drizzle-orm'
import type { Act } from '@/lib/domain/contract/history'
import type { Facts } from '@/lib/domain/statistics/facts'
import type { Tx } from './client'
import { account, contractEvent, posting } from './schema'

export interface NewEvent {
  id?: number
  contract: string
  action: Act
  statusAfter: string
  actor: string
  details?: Record<string, unknown>
  /** The full content after the act, in wire form. */
  content: unknown
}

/** Appends an event; the database numbers, dates and chains it. */
export async function recordEvent(tx: Tx, event: NewEvent): Promise<void> {
  await tx.insert(contractEvent).values({ ...event, seq: 0 })
}

/** Numbers taken ahead, so that event, posting and contract can be written in one round trip. */
export async function takeRegistrationIds(tx: Tx, year: number, unit: string) {
  const [ids] = await tx.execute<{ event: string; posting: string; number: string }>(sql`
    select nextval('contract_event_id_seq') as event, nextval('posting_id') as posting,
      jishi_take_number(${year}, ${unit}) as number`)
  if (!ids) throw new Error('The database gave no numbers')
  return { event: Number(ids.event), posting: Number(ids.posting), number: ids.number }
}

/** Posts a line in; the database dates it and keeps the totals in the same transaction. */
export async function postLine(
  tx: Tx,
  line: { id: number; event: number; contract: string; registeredOn: string; facts: Facts },
): Promise<void> {
  const { facts, ...keys } = line
  await tx.insert(posting).values({ ...keys, ...facts, sign: 1 })
}

/** Takes a line in force back out, as the line `id` of an event; the database dates it and keeps the totals in the same transaction. */
export async function takeLineOut(
  tx: Tx,
  out: { id: number; line: number; year: number; event: number },
): Promise<void> {
  const { id: _, event: __, sign: ___, knownAt: ____, ...kept } = getTableColumns(posting)
  const columns = sql.join(
    Object.values(kept).map(({ name }) => sql.identifier(name)),
    sql`, `,
  )
  await tx.execute(sql`
    insert into posting (id, event, sign, ${columns})
    select ${out.id}, ${out.event}, -1, ${columns} from posting where year = ${out.year} and id = ${out.line}`)
}

/** The line that counts a contract now. */
export async function lineInForce(tx: Tx, year: number, id: number) {
  const [line] = await tx
    .select()
    .from(posting)
    .where(and(eq(posting.year, year), eq(posting.id, id)))
  if (!line) throw new Error(`Posting ${id} of ${year} is missing`)
  return line
}

/**
 * Numbers taken ahead for an act that moves a line: its event, the line out and the line that will be in force. The line
 * out has the lower one: whoever lists what is in force takes a later line out for the end of an earlier line in.
 */
export async function takeIds(tx: Tx): Promise<{ event: number; out: number; posting: number }> {
  const [ids] = await tx.execute<{ event: string; out: string; posting: string }>(sql`
    with first as materialized (select nextval('contract_event_id_seq') as event, nextval('posting_id') as out)
    select event, out, nextval('posting_id') as posting from first`)
  if (!ids) throw new Error('The database gave no numbers')
  return { event: Number(ids.event), out: Number(ids.out), posting: Number(ids.posting) }
}

/** Next number of a gap-free series within a year, held until the transaction ends. */
export async function takeCount(tx: Tx, series: string, year: number): Promise<number> {
  const [row] = await tx.execute<{ count: number }>(sql`select jishi_count(${series}, ${year}) as count`)
  if (!row) throw new Error('The database gave no number')
  return row.count
}

/** Who acted last on a contract, and when: told to whoever came second. */
export async function lastAct(tx: Tx, contract: string) {
  const [act] = await tx
    .select({ by: account.name, at: contractEvent.at, action: contractEvent.action })
    .from(contractEvent)
    .innerJoin(account, eq(account.id, contractEvent.actor))
    .where(and(eq(contractEvent.contract, contract)))
    .orderBy(desc(contractEvent.seq))
    .limit(1)
  return act ?? null
}
