import 'server-only'
import { isThing, noteRecent as note } from '@/db/queries/own'
import { may } from '@/lib/domain/access/permissions'
import { Problem } from '@/lib/domain/problems'
import { mostRecent, recentKinds, thingSchema } from '@/lib/domain/search/recent'
import { verb } from '../verb'

/**
 * Notes what somebody opened, for their own list of recent things. No trail: it says nothing that the page's own does not.
 * @throws {Problem} forbidden; not-found for what does not exist for the actor
 */
export const noteRecent = verb('account.self', thingSchema, async ({ tx, actor }, thing) => {
  const { permission } = recentKinds[thing.kind]
  if (!may(actor.role, permission)) throw new Problem({ code: 'forbidden' })
  if (!(await isThing(tx, thing))) throw new Problem({ code: 'not-found' })
  await note(tx, actor, thing, mostRecent)
})
