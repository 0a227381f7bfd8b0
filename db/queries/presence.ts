import { and, eq, inArray, ne, sql } from 'drizzle-orm'
import type { Actor } from '@/lib/domain/access/actor'
import type { Looker } from '@/lib/domain/approval/desk'
import type { Tx } from '../client'
import { account, contract, presence } from '../schema'
import { visibleAnd } from '../visibility'

/** A sign of life: the actor has the contract open. Nothing is kept of a contract outside their reach. */
export async function touchPresence(tx: Tx, actor: Actor, id: string): Promise<void> {
  await tx.execute(sql`
    insert into ${presence} (contract, account, seen_at)
    select ${contract.id}, ${actor.id}, jishi_now() from ${contract} where ${visibleAnd(actor, eq(contract.id, id))}
    on conflict (contract, account) do update set seen_at = excluded.seen_at`)
}

export async function endPresence(tx: Tx, actor: Actor, id: string): Promise<void> {
  await tx.delete(presence).where(and(eq(presence.contract, id), eq(presence.account, actor.id)))
}

/** Who else has each of the contracts open; a row without a sign of life for 30 seconds is stale. */
export async function lookersAt(
  tx: Tx,
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, Looker[]>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .select({ contract: presence.contract, account: account.id, name: account.name })
    .from(presence)
    .innerJoin(account, eq(account.id, presence.account))
    .where(
      and(
        inArray(presence.contract, [...ids]),
        ne(presence.account, actor.id),
        sql`${presence.seenAt} > jishi_now() - interval '30 seconds'`,
      ),
    )
    .orderBy(account.name)
  const lookers = new Map<string, Looker[]>()
  for (const { contract, ...looker } of rows)
    lookers.set(contract, [...(lookers.get(contract) ?? []), looker])
  return lookers
}
