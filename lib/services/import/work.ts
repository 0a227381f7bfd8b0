import 'server-only'
import { randomUUID } from 'node:crypto'
import { dropRows } from '@/db/queries/import-rows'
import { type BatchRow, changeBatch, dropFile, findBatch, holdWork, idleBatches } from '@/db/queries/imports'
import { inTransaction } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { isWorking } from '@/lib/domain/import/batch'
import { Problem } from '@/lib/domain/problems'
import { actorNamed } from '../people/actor-named'
import type { Verb } from '../verb'
import { askStage } from './ask-stage'
import { Let } from './hold'
import { judgeStage } from './judge-stage'
import { undoStage } from './undo-stage'
import { writeStage } from './write-stage'

const BEAT = 20_000

/**
 * Does what a batch waits for, to its end. Work that broke off goes on behind the last rows that were committed; two
 * processes never work on one batch, because each transaction renews the hold it was begun under or ends.
 */
export async function workOn(actor: Actor, id: string): Promise<void> {
  const worker = randomUUID()
  const hold = (batch: BatchRow) => inTransaction(actor, (tx) => holdWork(tx, actor, batch, worker))
  const seen = await inTransaction(actor, (tx) => findBatch(tx, actor, id))
  if (!seen || !isWorking(seen.status) || !(await hold(seen))) return
  // What was reached by whoever held it before is known only now.
  const batch = await inTransaction(actor, (tx) => findBatch(tx, actor, id))
  if (!batch) return
  const beat = setInterval(() => {
    hold(batch).catch(() => {})
  }, BEAT)
  try {
    const job = { actor, batch, worker }
    if (batch.status === 'judging') await judgeStage(job)
    else if (batch.status === 'writing') await writeStage(job)
    else if (batch.status === 'asking') await askStage(job)
    else if (batch.status === 'undoing') await undoStage(job)
  } catch (error) {
    if (error instanceof Let) return
    await fail(actor, batch, error)
  } finally {
    clearInterval(beat)
  }
}

/**
 * What the file is at fault for is told to the person; a fault of ours is logged and left to be taken up again. Of a file
 * with state secrets nothing is kept.
 */
async function fail(actor: Actor, batch: BatchRow, error: unknown): Promise<void> {
  if (!(error instanceof Problem)) {
    console.error(
      `Import ${batch.id} broke off; it is taken up again within a minute or two.`,
      causeOf(error),
    )
    return
  }
  await inTransaction(actor, async (tx, at) => {
    if (error.detail.code === 'state-secret') {
      await dropRows(tx, batch.id)
      await dropFile(tx, batch.id)
    }
    await changeBatch(tx, actor, batch, {
      status: 'failed',
      problem: error.detail,
      finishedAt: at,
      worker: null,
      ...(error.detail.code === 'state-secret' && { seen: [] }),
    })
  })
}

/** A failed query repeats what it was given, which is contracts: only its cause is logged. */
const causeOf = (error: unknown): unknown => (error instanceof Error ? (error.cause ?? error) : error)

/** Files are worked on one after another, so that the memory of many is that of one. */
let last: Promise<unknown> = Promise.resolve()

/** Sets the work on a batch going in the background. */
export function setGoing(actor: Actor, id: string): void {
  last = last
    .then(() => workOn(actor, id))
    .catch((error) => console.error(`Import ${id} could not be worked on.`, causeOf(error)))
}

/** A step that sets work going: its verb, and then the work behind whoever took the step. */
export const andGo = <Input>(step: Verb<Input, { id: string }>): Verb<Input, { id: string }> =>
  Object.assign(
    async (actor: Actor, input: unknown) => {
      const taken = await step(actor, input)
      setGoing(actor, taken.id)
      return taken
    },
    { permission: step.permission, input: step.input },
  )

/** Takes up imports whose process is gone. */
export async function takeUpImports(): Promise<void> {
  const idle = await inTransaction({ role: 'gate' }, idleBatches)
  for (const { batch, username } of idle) {
    const actor = await actorNamed(username)
    if (actor) setGoing(actor, batch)
  }
}

const MINUTE = 60_000

/** Looks every minute for imports that broke off, for as long as the process lives. */
export function takeUpEveryMinute(): void {
  const held = globalThis as typeof globalThis & { jishiImporting?: NodeJS.Timeout }
  if (held.jishiImporting) return
  held.jishiImporting = setInterval(() => {
    takeUpImports().catch((error) =>
      console.error('Looking for imports failed; next try in a minute.', error),
    )
  }, MINUTE)
  held.jishiImporting.unref()
}
