import 'server-only'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { findRegisteredBy, readChosen } from '@/db/queries/desk'
import { lookersAt } from '@/db/queries/presence'
import { inSnapshot, inTransaction } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { may } from '@/lib/domain/access/permissions'
import {
  type BatchItem,
  type BatchOutcome,
  type BatchPreview,
  type Obstacle,
  sumsOf,
} from '@/lib/domain/approval/batch'
import { MOST_AT_ONCE } from '@/lib/domain/approval/desk'
import { contentSchema } from '@/lib/domain/contract/content'
import { Problem } from '@/lib/domain/problems'
import { factsOf } from '@/lib/domain/statistics/facts'
import { attempt } from '../attempt'
import { approve } from '../contracts/approve'
import { findNear } from '../contracts/near-duplicates'
import { parseInput } from '../verb'
import { hindranceOf } from './desk'
import { deskClock } from './desk-clock'

export const chosenSchema = z.strictObject({ ids: z.array(z.uuid()).min(1).max(MOST_AT_ONCE) })

export const batchSchema = z.strictObject({
  chosen: z
    .array(z.strictObject({ id: z.uuid(), revision: z.int() }))
    .min(1)
    .max(MOST_AT_ONCE),
})

/**
 * The dry run of a batch: which of the chosen are clean, and what their approval will add by unit and overall. Sums
 * come from the same facts that a posting stores. Nothing is written.
 * @throws {Problem} forbidden, invalid-input
 */
export async function previewBatch(actor: Actor, raw: unknown): Promise<BatchPreview> {
  if (!may(actor.role, 'contract.approve')) throw new Problem({ code: 'forbidden' })
  const { ids } = parseInput(chosenSchema, raw)
  return inSnapshot(actor, async (tx) => {
    const { items, year } = await assess(tx, actor, ids)
    const found = new Set(items.map(({ id }) => id))
    return { year, items, gone: ids.filter((id) => !found.has(id)), ...sumsOf(items) }
  })
}

/**
 * Approves clean contracts one by one, each its own transaction, event and number. What stands in the way of one
 * stops that one alone and is told; each must still be the revision that the dry run showed. What the same person has
 * registered from that revision before counts as done: a batch whose answer was lost can be sent again.
 * @throws {Problem} forbidden, invalid-input
 */
export async function approveBatch(actor: Actor, raw: unknown): Promise<BatchOutcome[]> {
  if (!may(actor.role, 'contract.approve')) throw new Problem({ code: 'forbidden' })
  const { chosen } = parseInput(batchSchema, raw)
  const { items } = await inSnapshot(actor, (tx) =>
    assess(
      tx,
      actor,
      chosen.map(({ id }) => id),
    ),
  )
  const assessed = new Map(items.map((item) => [item.id, item]))
  const outcomes: BatchOutcome[] = []
  for (const { id, revision } of chosen) outcomes.push(await one(id, revision, assessed.get(id)))
  return outcomes

  async function one(id: string, revision: number, item: BatchItem | undefined): Promise<BatchOutcome> {
    const shown = { id, localNumber: item?.localNumber ?? '', name: item?.name ?? '' }
    if (item && item.obstacles.length > 0) return { ...shown, ok: false, obstacles: item.obstacles }
    const result = await attempt(() => approve(actor, { id, revision }))
    if (!result.ok) {
      const done = await inTransaction(actor, (tx) => findRegisteredBy(tx, actor, { id, revision }))
      if (!done) return { ...shown, ok: false, obstacles: [], problem: result.problem }
      return { id, localNumber: done.localNumber, name: done.name ?? '', ok: true, number: done.number ?? '' }
    }
    return { ...shown, ok: true, number: result.value.number ?? '' }
  }
}

/** The chosen contracts that still wait, in the order of the desk, each with what keeps it out of a batch. */
async function assess(
  tx: Tx,
  actor: Actor,
  ids: readonly string[],
): Promise<{ items: BatchItem[]; year: number }> {
  const { clock } = await deskClock(tx)
  const [rows, lookers] = [await readChosen(tx, actor, ids, clock), await lookersAt(tx, actor, ids)]
  const items: BatchItem[] = []
  for (const row of rows) {
    const content = contentSchema.parse(row.content)
    // The area decides where a contract is counted, not how much.
    const facts = factsOf(content, { unit: row.unit, area: 'north', date: clock.today })
    const holds: Record<Obstacle, boolean> = {
      second: row.status === 'endorsed',
      large: row.status !== 'endorsed' && row.large,
      disputed: row.disputed,
      warnings: row.warnings > 0,
      // Its twin may have come in after it.
      duplicate:
        row.maybeDuplicate || (await findNear(tx, actor, { id: row.id, content }, clock.today)).length > 0,
      own: hindranceOf(actor, row) === 'ownHand',
      looked: lookers.has(row.id),
    }
    items.push({
      id: row.id,
      localNumber: row.localNumber,
      unit: row.unit,
      name: row.name ?? '',
      revision: row.revision,
      turnover: facts.turnover,
      technology: facts.technology,
      obstacles: (Object.keys(holds) as (keyof typeof holds)[]).filter((obstacle) => holds[obstacle]),
    })
  }
  return { items, year: Number(clock.today.slice(0, 4)) }
}
