import 'server-only'
import { type BatchRow, changeBatch, findBatch } from '@/db/queries/imports'
import { recordTrail } from '@/db/trail'
import type { BatchStatus } from '@/lib/domain/import/batch'
import { Problem } from '@/lib/domain/problems'
import type { TrailAction } from '@/lib/domain/trail'
import type { Work } from '../verb'

/** The batch within reach, held, in one of the statuses a step can be taken from. @throws {Problem} not-found, import-status */
export async function holdBatch(
  { tx, actor }: Work,
  id: string,
  from: readonly BatchStatus[],
): Promise<BatchRow> {
  const batch = await findBatch(tx, actor, id, { lock: true })
  if (!batch) throw new Problem({ code: 'not-found' })
  if (!from.includes(batch.status)) throw new Problem({ code: 'import-status', status: batch.status })
  return batch
}

/** Takes the step and leaves its trail. Whoever worked on the stage before lets go of it, and the next is free to take up. */
export async function step(
  { tx, actor }: Work,
  batch: BatchRow,
  action: TrailAction,
  change: Parameters<typeof changeBatch>[3],
  details: Record<string, unknown> = {},
): Promise<void> {
  if (!(await changeBatch(tx, actor, batch, { ...change, worker: null, workerUntil: null })))
    throw new Problem({ code: 'conflict', by: null, at: null })
  await recordTrail(tx, actor, {
    action,
    subjectKind: 'import',
    subject: batch.id,
    details: { kind: batch.kind, ...details },
  })
}
