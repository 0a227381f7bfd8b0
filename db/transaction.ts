import { sql } from 'drizzle-orm'
import type { Actor } from '@/lib/domain/access/actor'
import { database, type Tx } from './client'
import { toldTime } from './clock'

/** Sign-in acts before there is a person: it reaches accounts and sessions, and no contract. */
export const gate = { role: 'gate' } as const

/** Anybody without an account: sees the published reports that are public, and nothing else. */
export const visitor = { role: 'visitor' } as const

/** The mail worker: reads notices and who wants them by mail, and no contract. */
export const post = { role: 'post' } as const

export type Who = Actor | typeof gate | typeof visitor | typeof post

/** Sets the reach and tells the time. What is asked of the connection after it lies within the reach, awaited or not. */
async function open(tx: Tx, who: Who): Promise<Date> {
  const [id, unit] = 'id' in who ? [who.id, who.unit ?? ''] : ['', '']
  const [opened] = await tx.execute<{ at: Date | string }>(sql`
    select set_config('app.actor', ${id}, true), set_config('app.role', ${who.role}, true),
      set_config('app.unit', ${unit}, true), set_config('app.clock', ${toldTime()}, true), jishi_now() as at`)
  return new Date(opened?.at ?? Number.NaN)
}

/**
 * One transaction in the actor's reach: row-level security reads it from these settings, which end with the
 * transaction. `at` is the database's clock, the only one that acts are dated by.
 */
export function inTransaction<T>(who: Who, work: (tx: Tx, at: Date) => Promise<T>): Promise<T> {
  return database().orm.transaction(async (tx) => work(tx, await open(tx, who)))
}

/** The same with something read in the round trip that opens it. */
export function inTransactionWith<A, T>(
  who: Who,
  ahead: (tx: Tx) => Promise<A>,
  work: (tx: Tx, at: Date, ahead: A) => Promise<T>,
): Promise<T> {
  return database().orm.transaction(async (tx) => {
    const [at, read] = await Promise.all([open(tx, who), ahead(tx)])
    return work(tx, at, read)
  })
}

/** A read in the actor's reach from one snapshot, so that figures read one after another fit together; `at` as above. */
export function inSnapshot<T>(who: Who, work: (tx: Tx, at: Date) => Promise<T>): Promise<T> {
  return database().orm.transaction(async (tx) => work(tx, await open(tx, who)), {
    isolationLevel: 'repeatable read',
    accessMode: 'read only',
  })
}

/** Ends the transaction when its work waits so long for somebody else, so that a stalled download frees its connection. */
export const endWhenIdle = async (tx: Tx, seconds: number): Promise<void> => {
  await tx.execute(sql`select set_config('idle_in_transaction_session_timeout', ${`${seconds}s`}, true)`)
}

/**
 * Has each statement planned for the values it is given: a plan made once for all values of a filter knows neither how
 * rare a word is nor how common.
 */
export const planEachTime = async (tx: Tx): Promise<void> => {
  await tx.execute(sql`select set_config('plan_cache_mode', 'force_custom_plan', true)`)
}
