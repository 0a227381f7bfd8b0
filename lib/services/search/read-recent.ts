import 'server-only'
import { readRecent as read } from '@/db/queries/own'
import type { Actor } from '@/lib/domain/access/actor'
import { may } from '@/lib/domain/access/permissions'
import { type Recent, type RecentKind, recentKindNames, recentKinds } from '@/lib/domain/search/recent'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'
import { reading } from '../reader'

const places: Record<RecentKind, (id: string) => string> = {
  contract: routes.contract,
  request: routes.request,
  campaign: (id) => routes.audit.campaign(id),
  organisation: routes.organisation,
}

/** What somebody opened last, as it stands now: what they no longer reach is not among it. */
export const readRecent = (actor: Actor, locale: string, limit = 8): Promise<Recent[]> =>
  reading(actor, 'account.self', async (tx) => {
    const kinds = recentKindNames.filter((kind) => may(actor.role, recentKinds[kind].permission))
    return (await read(tx, actor, kinds, limit)).map(({ kind, id, title, mark }) => ({
      kind,
      id,
      href: places[kind](id),
      title: title || mark || '',
      detail: [say(recentKinds[kind].words, locale), title ? mark : null].filter(Boolean).join(' · '),
    }))
  })
