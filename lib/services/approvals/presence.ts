import 'server-only'
import { z } from 'zod'
import { standingOf } from '@/db/queries/desk'
import { endPresence, lookersAt, touchPresence } from '@/db/queries/presence'
import type { Looker } from '@/lib/domain/approval/desk'
import type { Status } from '@/lib/domain/contract/lifecycle'
import { Problem } from '@/lib/domain/problems'
import { type Verb, verb } from '../verb'

const input = z.strictObject({ id: z.uuid() })

export interface Presence {
  lookers: Looker[]
  /** What the contract is now, so that an open page learns that somebody was faster. */
  revision: number
  status: Status
}

/** A sign of life from an open decision page; answers who else looks, and whether the contract moved on. */
export const look: Verb<{ id: string }, Presence> = verb(
  'desk.read',
  input,
  async ({ tx, actor }, { id }) => {
    const now = await standingOf(tx, actor, id)
    if (!now) throw new Problem({ code: 'not-found' })
    await touchPresence(tx, actor, id)
    const lookers = (await lookersAt(tx, actor, [id])).get(id) ?? []
    return { ...now, lookers }
  },
)

/** The page was left. */
export const lookAway: Verb<{ id: string }, null> = verb(
  'desk.read',
  input,
  async ({ tx, actor }, { id }) => {
    await endPresence(tx, actor, id)
    return null
  },
)
