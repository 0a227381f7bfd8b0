import { v7 as newId } from 'uuid'
import { insertAccount } from '@/db/queries/accounts'
import { inTransaction } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import type { Role } from '@/lib/domain/access/roles'
import { person } from '@/lib/services/demo/people'
import { actorNamed } from '@/lib/services/people/actor-named'

/** Somebody new, as a session would know them; no password opens this account. */
export async function colleague(
  username: string,
  role: Role = 'registrar',
  unit: string | null = role === 'registrar' ? 'D08' : null,
): Promise<Actor> {
  const made = { id: newId(), username, name: `同事${username}`, role, unit }
  await inTransaction(person('admin'), (tx) =>
    insertAccount(tx, made, { passwordHash: 'none', mustChange: false }),
  )
  return asNow(made)
}

/** The actor as they stand now, with whom they stand in for. */
export async function asNow({ username }: Pick<Actor, 'username'>): Promise<Actor> {
  const actor = await actorNamed(username)
  if (!actor) throw new Error(`No account ${username}`)
  return actor
}
