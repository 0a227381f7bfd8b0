import { and, asc, count, desc, eq, gt, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import type { Actor } from '@/lib/domain/access/actor'
import type { BatchStatus, RowTitle, Verdict } from '@/lib/domain/import/batch'
import type { ImportKind } from '@/lib/domain/import/mapping'
import type { RowIssue } from '@/lib/domain/import/read-row'
import type { RecordKey } from '@/lib/domain/import/targets'
import type { ProblemDetail } from '@/lib/domain/problems'
import type { Tx } from '../client'
import { contract, importBatch, importHeading, importPart, importRow } from '../schema'
import { visibleAnd } from '../visibility'

export type BatchRow = Omit<typeof importBatch.$inferSelect, 'kind' | 'status'> & {
  kind: ImportKind
  status: BatchStatus
}

/** The imports that exist for the actor: an office's own, and for the auditor those of the centre. */
const ours = (actor: Actor, ...more: (SQL | undefined)[]): SQL =>
  and(
    actor.role === 'registrar'
      ? eq(importBatch.unit, actor.unit ?? '')
      : actor.role === 'auditor'
        ? isNull(importBatch.unit)
        : sql`false`,
    ...more,
  ) as SQL

const ofBatch = (row: typeof importBatch.$inferSelect): BatchRow => row as BatchRow

export async function findBatch(
  tx: Tx,
  actor: Actor,
  id: string,
  { lock = false } = {},
): Promise<BatchRow | null> {
  const query = tx
    .select()
    .from(importBatch)
    .where(ours(actor, eq(importBatch.id, id)))
  const [row] = await (lock ? query.for('update') : query)
  return row ? ofBatch(row) : null
}

export async function listBatches(tx: Tx, actor: Actor, limit: number, offset: number): Promise<BatchRow[]> {
  const rows = await tx
    .select()
    .from(importBatch)
    .where(ours(actor))
    .orderBy(desc(importBatch.startedAt), desc(importBatch.id))
    .limit(limit)
    .offset(offset)
  return rows.map(ofBatch)
}

/** The import of this very file that is still under way, if there is one. */
export async function findUnderWay(tx: Tx, actor: Actor, sha256: string): Promise<string | null> {
  const [row] = await tx
    .select({ id: importBatch.id })
    .from(importBatch)
    .where(
      ours(
        actor,
        eq(importBatch.sha256, sha256),
        inArray(importBatch.status, ['mapping', 'judging', 'judged', 'writing'] satisfies BatchStatus[]),
      ),
    )
    .orderBy(desc(importBatch.startedAt))
    .limit(1)
  return row?.id ?? null
}

export const insertBatch = async (tx: Tx, values: typeof importBatch.$inferInsert): Promise<void> => {
  await tx.insert(importBatch).values(values)
}

export const insertPart = async (tx: Tx, batch: string, n: number, bytes: Buffer): Promise<void> => {
  await tx.insert(importPart).values({ batch, n, bytes })
}

/** One piece of the file, or null behind the last. */
export async function readPart(tx: Tx, batch: string, n: number): Promise<Buffer | null> {
  const [part] = await tx
    .select({ bytes: importPart.bytes })
    .from(importPart)
    .where(and(eq(importPart.batch, batch), eq(importPart.n, n)))
  return part?.bytes ?? null
}

export const hasFile = async (tx: Tx, batch: string): Promise<boolean> =>
  (await readPart(tx, batch, 0)) !== null

export async function dropFile(tx: Tx, batch: string): Promise<void> {
  await tx.delete(importPart).where(eq(importPart.batch, batch))
}

export async function dropRows(tx: Tx, batch: string): Promise<void> {
  await tx.delete(importRow).where(eq(importRow.batch, batch))
}

/** Changes a batch if it still is in the status that was seen. */
export async function changeBatch(
  tx: Tx,
  actor: Actor,
  seen: Pick<BatchRow, 'id' | 'status'>,
  change: Partial<Omit<typeof importBatch.$inferInsert, 'id' | 'kind' | 'unit' | 'actor'>>,
): Promise<boolean> {
  const changed = await tx
    .update(importBatch)
    .set({ ...change, actor: actor.id })
    .where(ours(actor, eq(importBatch.id, seen.id), eq(importBatch.status, seen.status)))
    .returning({ id: importBatch.id })
  return changed.length === 1
}

/**
 * Takes up the work on a batch in the stage that was seen, or keeps it: false where another process has it, it was asked to
 * stop, or it has gone on to something else.
 */
export async function holdWork(
  tx: Tx,
  actor: Actor,
  { id, status }: Pick<BatchRow, 'id' | 'status'>,
  worker: string,
  done?: number,
): Promise<boolean> {
  const held = await tx
    .update(importBatch)
    .set({
      worker,
      workerUntil: sql`clock_timestamp() + interval '1 minute'`,
      ...(done !== undefined && { done }),
    })
    .where(
      ours(
        actor,
        eq(importBatch.id, id),
        eq(importBatch.status, status),
        eq(importBatch.stopping, false),
        sql`(${importBatch.worker} = ${worker} or coalesce(${importBatch.workerUntil}, '-infinity') < clock_timestamp())`,
      ),
    )
    .returning({ id: importBatch.id })
  return held.length === 1
}

/** Batches whose worker is gone. */
export const idleBatches = (tx: Tx): Promise<{ batch: string; username: string }[]> =>
  tx.execute<{ batch: string; username: string }>(sql`select batch, username from jishi_idle_imports()`)

export interface NewRow {
  row: number
  verdict: Verdict
  title: RowTitle
  key: string | null
  content: unknown
  record: unknown
  /** Of a new registered one: what it is counted by, amounts as text. */
  facts: unknown
  issues: readonly RowIssue[] | null
  contract: string | null
  base: number | null
}

export async function insertRows(tx: Tx, batch: string, rows: readonly NewRow[]): Promise<void> {
  await tx.execute(sql`
    insert into import_row (batch, row, verdict, title, key, content, record, facts, issues, contract, base)
    select ${batch}, r.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (row integer, verdict text, title jsonb,
      key text, content jsonb, record jsonb, facts jsonb, issues jsonb, contract uuid, base integer)`)
}

export type KeptRow = Omit<
  typeof importRow.$inferSelect,
  'verdict' | 'title' | 'issues' | 'record' | 'refusal'
> & {
  verdict: Verdict
  title: RowTitle
  issues: RowIssue[] | null
  record: Partial<Record<RecordKey, string>> | null
  refusal: ProblemDetail | null
}

const ofRow = (row: typeof importRow.$inferSelect): KeptRow => row as KeptRow

/** Rows met before in the same file, by what they are known again by. */
export async function readKeys(tx: Tx, batch: string, keys: readonly string[]) {
  if (keys.length === 0) return new Map<string, { row: number; content: unknown }>()
  const rows = await tx
    .select({ key: importRow.key, row: importRow.row, content: importRow.content })
    .from(importRow)
    .where(and(eq(importRow.batch, batch), inArray(importRow.key, [...keys]), sql`verdict <> 'bad'`))
    .orderBy(desc(importRow.row))
  return new Map(rows.map(({ key, ...row }) => [key ?? '', row]))
}

export async function readRows(
  tx: Tx,
  batch: string,
  verdict: Verdict,
  { after = 0, limit }: { after?: number; limit: number },
): Promise<KeptRow[]> {
  const rows = await tx
    .select()
    .from(importRow)
    .where(and(eq(importRow.batch, batch), eq(importRow.verdict, verdict), gt(importRow.row, after)))
    .orderBy(asc(importRow.row))
    .limit(limit)
  return rows.map(ofRow)
}

/** Some rows of an import by their numbers, in their order. */
export async function readRowsAt(tx: Tx, batch: string, rows: readonly number[]): Promise<KeptRow[]> {
  if (rows.length === 0) return []
  const found = await tx
    .select()
    .from(importRow)
    .where(and(eq(importRow.batch, batch), inArray(importRow.row, [...rows])))
    .orderBy(asc(importRow.row))
  return found.map(ofRow)
}

/** How many rows came to what. */
export const countRows = (tx: Tx, batches: readonly string[]) =>
  batches.length === 0
    ? Promise.resolve([])
    : tx
        .select({
          batch: importRow.batch,
          verdict: importRow.verdict,
          outcome: importRow.outcome,
          rows: count(),
        })
        .from(importRow)
        .where(inArray(importRow.batch, [...batches]))
        .groupBy(importRow.batch, importRow.verdict, importRow.outcome)

export async function settleRows(
  tx: Tx,
  batch: string,
  rows: readonly { row: number; contract: string | null; outcome: string | null }[],
): Promise<void> {
  await tx.execute(sql`
    update import_row i set contract = coalesce(r.contract, i.contract), outcome = r.outcome
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (row integer, contract uuid, outcome text)
    where i.batch = ${batch} and i.row = r.row`)
}

/** A row that says otherwise than a registered contract, and nothing was asked for it yet. */
export interface DifferingRow {
  row: number
  contract: string
  /** Revision that was seen when the row was judged. */
  base: number
  /** Wire form: the contract as it stands, and as the row would have it. */
  before: unknown
  content: unknown
}

const differing = (actor: Actor, batch: string): SQL =>
  visibleAnd(actor, eq(importRow.batch, batch), eq(importRow.verdict, 'changed'), isNull(importRow.outcome))

export const readDiffering = (
  tx: Tx,
  actor: Actor,
  batch: string,
  after: number,
  limit: number,
): Promise<DifferingRow[]> =>
  tx
    .select({
      row: importRow.row,
      contract: contract.id,
      base: sql<number>`coalesce(${importRow.base}, 0)`,
      before: contract.content,
      content: importRow.content,
    })
    .from(importRow)
    .innerJoin(contract, eq(contract.id, importRow.contract))
    .where(and(differing(actor, batch), eq(contract.status, 'registered'), gt(importRow.row, after)))
    .orderBy(asc(importRow.row))
    .limit(limit)

/** How many rows that differ are of contracts of each status, and nothing came of them yet. */
export async function countDiffering(tx: Tx, actor: Actor, batch: string): Promise<Map<string, number>> {
  const counted = await tx
    .select({ status: contract.status, rows: count() })
    .from(importRow)
    .innerJoin(contract, eq(contract.id, importRow.contract))
    .where(differing(actor, batch))
    .groupBy(contract.status)
  return new Map(counted.map(({ status, rows }) => [status, rows]))
}

export async function settleAsked(tx: Tx, batch: string, row: number, request: string): Promise<void> {
  await tx
    .update(importRow)
    .set({ outcome: 'asked', request, refusal: null })
    .where(and(eq(importRow.batch, batch), eq(importRow.row, row)))
}

export async function keepRefusal(tx: Tx, batch: string, row: number, refusal: ProblemDetail): Promise<void> {
  await tx
    .update(importRow)
    .set({ refusal })
    .where(and(eq(importRow.batch, batch), eq(importRow.row, row)))
}

export interface Known {
  id: string
  status: string
  revision: number
  content: unknown
}

/** Contracts within reach that bear one of these registration numbers. */
export async function knownByNumber(tx: Tx, actor: Actor, numbers: readonly string[]) {
  if (numbers.length === 0) return new Map<string, Known>()
  const rows = await tx
    .select({
      number: contract.number,
      id: contract.id,
      status: contract.status,
      revision: contract.revision,
      content: contract.content,
    })
    .from(contract)
    .where(visibleAnd(actor, inArray(contract.number, [...numbers])))
  return new Map(rows.map(({ number, ...known }) => [number ?? '', known]))
}

/** What an office's contracts are looked up by. */
export interface AskedParties {
  day: string
  seller: string
  buyer: string
}

/** An office's contracts between the same parties, signed the same day; those discarded are no longer there. */
export async function knownByParties(
  tx: Tx,
  actor: Actor,
  unit: string,
  asked: readonly AskedParties[],
): Promise<Known[]> {
  if (asked.length === 0) return []
  const found = await tx.execute<{ contract: string }>(
    sql`select contract from jishi_same_parties(${unit}, ${JSON.stringify(asked)}::jsonb)`,
  )
  if (found.length === 0) return []
  return tx
    .select({
      id: contract.id,
      status: contract.status,
      revision: contract.revision,
      content: contract.content,
    })
    .from(contract)
    .where(
      visibleAnd(
        actor,
        inArray(
          contract.id,
          found.map(({ contract: id }) => id),
        ),
      ),
    )
    .orderBy(contract.createdAt, contract.id)
}

/** How this office read headings before. */
export async function readHeadings(tx: Tx, office: string, headings: readonly string[]) {
  if (headings.length === 0) return []
  return tx
    .select()
    .from(importHeading)
    .where(and(eq(importHeading.office, office), inArray(importHeading.heading, [...headings])))
}

export async function keepHeadings(tx: Tx, rows: (typeof importHeading.$inferInsert)[]): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insert(importHeading)
    .values(rows)
    .onConflictDoUpdate({
      target: [importHeading.office, importHeading.heading],
      set: { target: sql`excluded.target`, money: sql`excluded.money` },
    })
}
