import 'server-only'
import { readTrail, type TrailRow } from '@/db/queries/trail'
import { recordTrail } from '@/db/trail'
import { inSnapshot } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { usualPageSize } from '@/lib/domain/preferences'
import { reading } from '../reader'
import { verb } from '../verb'
import { type TrailQuery, trailFilters } from './filters'

export type { TrailRow } from '@/db/queries/trail'

const perBatch = 1000

/** One page of the trail, newest first, and the entry the next one begins after. */
export const trailPage = (
  actor: Actor,
  filters: TrailQuery,
  after?: number,
  size: number = usualPageSize,
): Promise<{ rows: TrailRow[]; next: number | null }> =>
  reading(actor, 'trail.read', async (tx) => {
    const found = await readTrail(tx, actor, filters, { after, most: size + 1 })
    const rows = found.slice(0, size)
    return { rows, next: found.length > size ? (rows.at(-1)?.id ?? null) : null }
  })

/** Puts on the trail that it is taken out of the house, and which part of it. To be called before `eachTrailBatch`. */
export const exportTrail = verb('trail.read', trailFilters, async ({ tx, actor }, filters) => {
  await recordTrail(tx, actor, {
    action: 'trail.export',
    subjectKind: 'trail',
    subject: null,
    details: { filters },
  })
  return filters
})

/** Hands over every entry of the filter from one snapshot, a batch at a time; waits until each has been taken. */
export const eachTrailBatch = (
  actor: Actor,
  filters: TrailQuery,
  take: (rows: readonly TrailRow[]) => Promise<void>,
): Promise<void> =>
  inSnapshot(actor, async (tx) => {
    let after: number | undefined
    for (;;) {
      const rows = await readTrail(tx, actor, filters, { after, most: perBatch })
      if (rows.length > 0) await take(rows)
      if (rows.length < perBatch) return
      after = rows.at(-1)?.id
    }
  })
