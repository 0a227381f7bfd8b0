import 'server-only'
import { z } from 'zod'
import { markRead, markUnread } from '@/db/queries/inbox'
import { verb } from '../verb'

const input = z.union([
  z.strictObject({ ids: z.array(z.int().min(1)).min(1).max(100) }),
  /** All of before a moment: what came while the page stood open was not seen. */
  z.strictObject({ all: z.literal(true), before: z.coerce.date().optional() }),
])

/** Marks one's notices as read, each for oneself alone. Reading is no act of office and leaves no trail. */
export const markNoticesRead = verb('account.self', input, async ({ tx, actor }, given) => ({
  read: await markRead(tx, actor, given),
}))

export const markNoticeUnread = verb(
  'account.self',
  z.strictObject({ id: z.int().min(1) }),
  async ({ tx, actor }, { id }) => {
    await markUnread(tx, actor, id)
    return { id }
  },
)
