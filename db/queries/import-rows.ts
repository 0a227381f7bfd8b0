import { and, asc, count, desc, eq, gt, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import type { Actor } from '@/lib/domain/access/actor'
import type { RowTitle, Verdict } from '@/lib/domain/import/batch'
import type { RowIssue } from '@/lib/domain/import/read-row'
import type { RecordKey } from '@/lib/domain/import/targets'
import type { ProblemDetail } from '@/lib/domain/problems'
import type { Tx } from '../client'
import { contract, importRow } from '../schema'
import { visibleAnd } from '../visibility'

export async function dropRows(tx: Tx, batch: string): Promise<void> {
  await tx.delete(importRow).where(eq(importRow.batch, batch))
}

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
