import type { TrailEntry } from '@/lib/domain/trail'
import type { Tx } from './client'
import { trail } from './schema'
import type { Who } from './transaction'

/** Writes the audit trail inside the caller's transaction. `address` is the client's, where there is one. */
export async function recordTrail(tx: Tx, who: Who, entry: TrailEntry, address?: string): Promise<void> {
  const person =
    'id' in who
      ? { actor: who.id, actorName: who.name, unit: who.unit }
      : { actor: null, actorName: '', unit: null }
  await tx.insert(trail).values({ ...person, role: who.role, ...entry, address: address ?? null })
}
