import 'server-only'
import { readTrail, type TrailRow } from '@/db/queries/trail'
import type { Actor } from '@/lib/domain/access/actor'
import { reading } from '../reader'
import type { TrailQuery } from './filters'

export type { TrailRow } from '@/db/queries/trail'

const perPage = 50

/** One page of the trail, newest first, and the entry the next one begins after. */
export const trailPage = (
  actor: Actor,
  filters: TrailQuery,
  after?: number,
): Promise<{ rows: TrailRow[]; next: number | null }> =>
  reading(actor, 'trail.read', async (tx) => {
    const found = await readTrail(tx, actor, filters, { after, most: perPage + 1 })
    const rows = found.slice(0, perPage)
    return { rows, next: found.length > perPage ? (rows.at(-1)?.id ?? null) : null }
  })
