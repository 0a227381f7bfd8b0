import { and, desc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import type { Actor } from '@/lib/domain/access/actor'
import type { BatchStatus } from '@/lib/domain/import/batch'
import type { ImportKind } from '@/lib/domain/import/mapping'
import type { Tx } from '../client'
import { importBatch, importPart } from '../schema'

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
