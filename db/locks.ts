import { sql } from 'drizzle-orm'
import type { Tx } from './client'

/** Advisory locks, each number with one meaning. 7141 is `jishi_seal`'s own. */
export const locks = {
  /** Bringing the database up to date. */
  migration: 7139,
  /** Postings being dated: shared in `jishi_date_posting` and its like, alone in whoever waits for them. */
  dating: 7140,
  /** Sealing, by one process of all. */
  sealing: 7142,
  /** What is asked, decided or printed about a contract after registration. */
  contract: 7143,
  /** A campaign. */
  campaign: 7144,
  /** The edition that is being made of a report. */
  edition: 7145,
  /** What a token sent under a key. */
  sentKey: 7146,
  /** Two parties, in either order. */
  parties: 7147,
  /** An audit rule's switch. */
  auditRule: 7148,
  /** A person's saved views. */
  views: 7149,
  /** Delegations, also in their trigger. */
  delegations: 7150,
  /** A report's manuscript. */
  manuscript: 7151,
  /** A printed list of certificates, by its hash. */
  certificateList: 7152,
  /** A published edition as it is recorded. */
  published: 7153,
} as const

/** Waits for a lock, all of it or that of one key, and holds it until the transaction ends. */
export async function hold(tx: Tx, lock: keyof typeof locks, key?: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${of(lock, key)})`)
}

/** The same without waiting: false where another transaction has it. */
export async function holdIfFree(tx: Tx, lock: keyof typeof locks, key?: string): Promise<boolean> {
  const [row] = await tx.execute<{ held: boolean }>(
    sql`select pg_try_advisory_xact_lock(${of(lock, key)}) as held`,
  )
  return row?.held === true
}

const of = (lock: keyof typeof locks, key: string | undefined) =>
  key === undefined ? sql`${locks[lock]}` : sql`${locks[lock]}, hashtext(${key})`
