import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Actor } from '@/lib/domain/access/actor'
import type { Tx } from '../client'
import { hold, locks } from '../locks'
import { certificate, contract } from '../schema'
import { visibleAnd } from '../visibility'

export type PaperRow = typeof certificate.$inferSelect

/** A contract as a paper is to be made of it; `facts` only where it is on the register. */
export interface ToPrint {
  id: string
  unit: string
  status: string
  facts: unknown
}

/**
 * Contracts within reach, in the order asked, with what a certificate states of each now. Held against corrections and
 * the like, another printing, and the taking back of its import, until the transaction ends.
 */
export async function holdToPrint(tx: Tx, actor: Actor, ids: readonly string[]): Promise<ToPrint[]> {
  const asked = JSON.stringify(ids)
  await tx.execute(sql`
    select pg_advisory_xact_lock(${locks.contract}, key) from (
      select hashtext(id) as key from jsonb_array_elements_text(${asked}::jsonb) as t (id) order by 1) keys`)
  const rows = await tx
    .select({
      id: contract.id,
      unit: contract.unit,
      // What is being taken back with its import is as good as gone.
      status: sql<string>`case when ${contract.status} = 'registered' and jishi_leaves_with_import(${contract.id})
        then 'discarded' else ${contract.status} end`,
      facts: sql<unknown>`case when ${contract.status} = 'registered' then jishi_certificate_facts(${contract.id}) end`,
    })
    .from(contract)
    .where(visibleAnd(actor, inArray(contract.id, [...ids])))
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** The papers that were made of these versions before. */
export async function findPapers(
  tx: Tx,
  of: readonly { number: string; version: number }[],
): Promise<PaperRow[]> {
  if (of.length === 0) return []
  const asked = JSON.stringify(of)
  const keys = await tx.execute<{ id: string }>(sql`
    select c.id from certificate c join jsonb_to_recordset(${asked}::jsonb) as a (number text, version integer)
      on a.number = c.number and a.version = c.version`)
  if (keys.length === 0) return []
  return tx
    .select()
    .from(certificate)
    .where(
      inArray(
        certificate.id,
        keys.map(({ id }) => id),
      ),
    )
}

export async function insertPapers(
  tx: Tx,
  papers: readonly (typeof certificate.$inferInsert)[],
): Promise<void> {
  if (papers.length > 0) await tx.insert(certificate).values([...papers])
}

/** The list that states just this and was made in the same house; two that make it at once come one after the other. */
export async function holdList(tx: Tx, hash: string, unit: string | null): Promise<PaperRow | null> {
  await hold(tx, 'certificateList', hash)
  const [row] = await tx
    .select()
    .from(certificate)
    .where(
      and(
        eq(certificate.hash, hash),
        eq(certificate.kind, 'list'),
        unit === null ? isNull(certificate.unit) : eq(certificate.unit, unit),
      ),
    )
  return row ?? null
}

/** The rows of a list, as the database writes them. */
export async function readListRowsOf(tx: Tx, ids: readonly string[]): Promise<unknown> {
  const [row] = await tx.execute<{ rows: unknown }>(sql`
    select jishi_certificate_rows(array(
      select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb) with ordinality order by ordinality)) as rows`)
  return row?.rows
}

/** A paper as the public check finds it; whoever asks need be nobody. */
export interface FoundPaper extends Record<string, unknown> {
  kind: 'contract' | 'list'
  number: string
  version: number
  facts: unknown
  since: unknown
}

export async function findByDigest(tx: Tx, digest: Buffer): Promise<FoundPaper | null> {
  const [row] = await tx.execute<FoundPaper>(
    sql`select * from jishi_verify_certificate(decode(${digest.toString('hex')}, 'hex'))`,
  )
  return row ?? null
}

/** Whether such a check from this address is on the trail of the last quarter of an hour. */
export async function checkedLately(
  tx: Tx,
  action: string,
  subject: string | null,
  address: string | null,
): Promise<boolean> {
  const [row] = await tx.execute<{ lately: boolean }>(
    sql`select jishi_checked_lately(${action}, ${subject}, ${address}) as lately`,
  )
  return row?.lately === true
}
