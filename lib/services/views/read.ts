import 'server-only'
import { z } from 'zod'
import { findView, type KeptView, listViews } from '@/db/queries/views'
import type { Actor } from '@/lib/domain/access/actor'
import { Problem } from '@/lib/domain/problems'
import type { CrossQuery } from '@/lib/domain/statistics/cross-query'
import { reading } from '../reader'
import { demandReach, isWithinReach } from '../statistics/read-cross'
import { questionOf } from './question'

export type { KeptView } from '@/db/queries/views'

/**
 * The cross-tables one has kept and those shared with one, the latest first. One that names a unit outside the
 * reader's reach is not among them: neither its name nor that it exists.
 */
export const readViews = (actor: Actor): Promise<{ own: KeptView[]; shared: KeptView[] }> =>
  reading(actor, 'view.keep', async (tx) => {
    const views = viewsWithin(actor, await listViews(tx, actor))
    const isOwn = ({ owner }: KeptView) => owner === actor.id
    return { own: views.filter(isOwn), shared: views.filter((view) => !isOwn(view)) }
  })

/** Those whose question names no unit outside the reader's reach. */
export const viewsWithin = (actor: Actor, views: readonly KeptView[]): KeptView[] =>
  views.filter(({ query }) => isWithinReach(actor, questionOf(actor, query)))

/**
 * A kept cross-table with its question.
 * @throws {Problem} forbidden; not-found where it isn't shared with the actor, or names a unit outside reach
 */
export async function openView(actor: Actor, id: string): Promise<{ view: KeptView; query: CrossQuery }> {
  const view = await reading(actor, 'view.keep', async (tx) =>
    z.uuid().safeParse(id).success ? findView(tx, actor, id) : null,
  )
  if (!view) throw new Problem({ code: 'not-found' })
  const query = questionOf(actor, view.query)
  demandReach(actor, query)
  return { view, query }
}
