import 'server-only'
import { readUnits, type UnitVersion } from '@/db/queries/reference'
import { inSnapshot } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { shanghaiDate } from '@/lib/domain/time/dates'

export type { UnitVersion } from '@/db/queries/reference'

/** The units as they stand today, by code; names are no secret, so every signed-in person may read them. */
export const unitsToday = (actor: Actor): Promise<UnitVersion[]> =>
  inSnapshot(actor, async (tx) =>
    [...(await readUnits(tx, shanghaiDate(new Date()))).values()].sort((a, b) => (a.unit < b.unit ? -1 : 1)),
  )
