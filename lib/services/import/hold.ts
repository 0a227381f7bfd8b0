import 'server-only'
import type { Tx } from '@/db/client'
import { type BatchRow, changeBatch, holdWork } from '@/db/queries/imports'
import { inTransaction } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { shanghaiDate } from '@/lib/domain/time/dates'

/** What a stage is given: the batch, the person it is done for, and the process that holds it. */
export interface Job {
  actor: Actor
  batch: BatchRow
  worker: string
}

/** Thrown where the work was cancelled, or another process has taken it up. */
export class Let extends Error {}

/** One transaction of a stage; it ends with the place that was reached, or it did not happen. */
export const underHold = <T>(
  { actor, batch, worker }: Job,
  done: number | undefined,
  work: (tx: Tx, today: string) => Promise<T>,
): Promise<T> =>
  inTransaction(actor, async (tx, at) => {
    if (!(await holdWork(tx, actor, batch, worker, done))) throw new Let()
    return work(tx, shanghaiDate(at))
  })

/** The end of a stage. */
export const endStage = (
  { actor, batch }: Job,
  change: Parameters<typeof changeBatch>[3],
): Promise<boolean> =>
  inTransaction(actor, (tx, at) =>
    changeBatch(tx, actor, batch, {
      ...change,
      worker: null,
      workerUntil: null,
      done: 0,
      ...(change.status !== 'judged' && { finishedAt: at }),
    }),
  )
