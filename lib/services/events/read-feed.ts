import 'server-only'
import { setTimeout as wait } from 'node:timers/promises'
import { type FedEvent, type FeedPlace, readFeed } from '@/db/queries/feed'
import type { Actor } from '@/lib/domain/access/actor'
import { contentSchema } from '@/lib/domain/contract/content'
import { toWire } from '@/lib/domain/contract/kinds'
import { masked, seesSensitive } from '@/lib/domain/contract/sensitive'
import { reading } from '../reader'
import { refused } from '../refuse'

const beginning: FeedPlace = { place: '0', id: '0' }

/** An event and the cursor behind it. */
export type FeedEvent = Omit<FedEvent, 'place' | 'id'> & { cursor: string }

const PAUSE = 1000

/**
 * What was done to contracts within the actor's reach after a cursor, in the order of the ledger.
 * @param seconds waits so long for something to come where there is nothing yet; no connection is held meanwhile
 * @throws {Problem} forbidden; invalid-input for what is no cursor
 */
export async function readEvents(
  actor: Actor,
  { after, most, seconds = 0 }: { after?: string | undefined; most: number; seconds?: number },
  gone?: AbortSignal,
): Promise<FeedEvent[]> {
  const from = after === undefined ? beginning : placeOf(after)
  const until = Date.now() + seconds * 1000
  for (;;) {
    const events = await reading(actor, 'contract.read', (tx) => readFeed(tx, from, most))
    if (events.length > 0 || Date.now() + PAUSE > until || gone?.aborted) {
      return events.map((one) => shownTo(actor, one))
    }
    await wait(PAUSE, undefined, { signal: gone }).catch(() => {})
  }
}

function shownTo({ role }: Actor, { place, id, content, ...event }: FedEvent): FeedEvent {
  const shown =
    content === null || seesSensitive(role) ? content : toWire(masked(contentSchema.parse(content)))
  return { ...event, content: shown, cursor: cursorOf({ place, id }) }
}

const cursorOf = ({ place, id }: FeedPlace): string => Buffer.from(`${place}.${id}`).toString('base64url')

function placeOf(cursor: string): FeedPlace {
  const [, place, id] =
    /^(\d{1,18})\.(\d{1,18})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1')) ?? []
  if (place === undefined || id === undefined) throw refused('after', 'cursor')
  return { place, id }
}
