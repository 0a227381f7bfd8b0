import 'server-only'
import type { Tx } from '@/db/client'
import { inSnapshot } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { may, type Permission } from '@/lib/domain/access/permissions'
import { Problem } from '@/lib/domain/problems'

/** A read in its fixed order: permission, then one snapshot in the actor's reach. @throws {Problem} forbidden */
export async function reading<T>(
  actor: Actor,
  permission: Permission,
  read: (tx: Tx, at: Date) => Promise<T>,
): Promise<T> {
  if (!may(actor.role, permission)) throw new Problem({ code: 'forbidden' })
  return inSnapshot(actor, read)
}
