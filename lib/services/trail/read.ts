import 'server-only'
import { readTrail, type TrailRow } from '@/db/queries/trail'
import type { Actor } from '@/lib/domain/access/actor'
import { usualPageSize } from '@/lib/domain/preferences'
import { reading } from '../reader'
import type { TrailQuery } from './filters'

export type { TrailRow } from '@/db/queries/trail'

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
