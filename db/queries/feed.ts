import { sql } from 'drizzle-orm'
import type { Act } from '@/lib/domain/contract/history'
import type { Status } from '@/lib/domain/contract/lifecycle'
import type { Tx } from '../client'

/** A place in the order of the ledger: behind the event that stands there. */
export type FeedPlace = {
  place: string
  id: string
}

/** An event as the feed tells it. Number and day are given once the contract is on the register. */
export type FedEvent = FeedPlace & {
  contract: string
  seq: number
  action: Act
  statusAfter: Status
  by: string
  /** ISO instant. */
  at: string
  /** Null, like the content, while the contract is out of the reader's reach again: the office has taken it back. */
  details: Record<string, unknown> | null
  content: unknown
  unit: string
  localNumber: string
  number: string | null
  registeredOn: string | null
}

/**
 * Events within the actor's reach, in the order of the ledger, as far as no running transaction can still precede them:
 * nothing new ever appears before a place that was read. The reach stands in the function (migration `event_feed`).
 */
export async function readFeed(tx: Tx, after: FeedPlace, most: number): Promise<FedEvent[]> {
  const rows = await tx.execute<FedEvent>(sql`
    select place::text as place, id::text as id, contract, seq, action, status_after as "statusAfter", by_name as "by",
      at, details, content, unit, local_number as "localNumber", number, registered_on::text as "registeredOn"
    from jishi_feed(${after.place}::text::xid8, ${after.id}::bigint, ${most})`)
  return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }))
}
