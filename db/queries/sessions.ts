import { and, eq, inArray, lt, sql } from 'drizzle-orm'
import type { Actor } from '@/lib/domain/access/actor'
import type { Failures } from '@/lib/domain/access/throttle'
import type { Tx } from '../client'
import { account, credential, knownAddress, session, signInFailure } from '../schema'
import { asActor, standsFor } from './accounts'

export interface OpenSession {
  id: string
  actor: Actor
  via: 'password' | 'oidc'
  seenAt: Date
  mustChange: boolean
  passwordChangedAt: Date
}

/** A session of an enabled account, however long it idled. */
export async function findSession(tx: Tx, id: string): Promise<OpenSession | null> {
  const [row] = await tx
    .select({
      session,
      account,
      standsFor,
      mustChange: credential.mustChange,
      changedAt: credential.changedAt,
    })
    .from(session)
    .innerJoin(account, eq(account.id, session.account))
    .innerJoin(credential, eq(credential.account, account.id))
    .where(and(eq(session.id, id), sql`${account.disabledAt} is null`))
  if (!row) return null
  return {
    id,
    actor: asActor(row.account, row.standsFor),
    via: row.session.via as OpenSession['via'],
    seenAt: row.session.seenAt,
    mustChange: row.mustChange,
    passwordChangedAt: row.changedAt,
  }
}

export async function insertSession(
  tx: Tx,
  values: { id: string; account: string; address: string | null; via: OpenSession['via'] },
): Promise<void> {
  await tx.insert(session).values(values)
}

export async function touchSession(tx: Tx, id: string): Promise<void> {
  await tx.update(session).set({ seenAt: sql`jishi_now()` }).where(eq(session.id, id))
}

export async function deleteSession(tx: Tx, id: string): Promise<void> {
  await tx.delete(session).where(eq(session.id, id))
}

/** Clears sessions nobody has used since then. */
export async function deleteIdleSessions(tx: Tx, accountId: string, since: Date): Promise<void> {
  await tx.delete(session).where(and(eq(session.account, accountId), lt(session.seenAt, since)))
}

/** Locks the keys in one order and reads their failures; two tries at the same door come one after the other. */
export async function lockFailures(tx: Tx, keys: readonly string[]): Promise<Map<string, Failures>> {
  const ordered = [...keys].sort()
  await tx
    .insert(signInFailure)
    .values(ordered.map((key) => ({ key, failures: 0, lastAt: sql`jishi_now()` })))
    .onConflictDoNothing()
  const rows = await tx
    .select()
    .from(signInFailure)
    .where(inArray(signInFailure.key, ordered))
    .orderBy(signInFailure.key)
    .for('update')
  return new Map(rows.map(({ key, failures, lastAt }) => [key, { count: failures, lastAt }]))
}

export async function setFailures(tx: Tx, key: string, failures: number): Promise<void> {
  await tx.update(signInFailure).set({ failures, lastAt: sql`jishi_now()` }).where(eq(signInFailure.key, key))
}

/** Takes failures back after a success; the time of the last one stays. */
export async function forgiveFailures(tx: Tx, key: string, count: number): Promise<void> {
  await tx
    .update(signInFailure)
    .set({ failures: sql`greatest(0, ${signInFailure.failures} - ${count})` })
    .where(eq(signInFailure.key, key))
}

export async function isKnownAddress(tx: Tx, key: string): Promise<boolean> {
  const [row] = await tx.select({ key: knownAddress.key }).from(knownAddress).where(eq(knownAddress.key, key))
  return row !== undefined
}

export async function rememberAddress(tx: Tx, key: string, accountId: string): Promise<void> {
  await tx
    .insert(knownAddress)
    .values({ key, account: accountId })
    .onConflictDoUpdate({ target: knownAddress.key, set: { lastAt: sql`jishi_now()` } })
}
