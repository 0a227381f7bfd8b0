import 'server-only'
import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { changeView, holdViews, insertView, ownViews } from '@/db/queries/views'
import { recordTrail } from '@/db/trail'
import { crossSearch } from '@/lib/domain/statistics/cross-query'
import { refused } from '../refuse'
import { demandReach } from '../statistics/read-cross'
import { verb } from '../verb'
import { questionOf } from './question'

/** More than anybody finds again. */
export const mostViews = 200

const input = z.strictObject({
  name: z
    .string()
    .normalize()
    .trim()
    .min(1, 'required')
    .max(60, 'too-long')
    .regex(/^\P{Cc}*$/u, 'text'),
  query: z.string().max(8000, 'too-long'),
  /** Whether a table kept under the same name gives way. */
  replace: z.boolean().default(false),
})

/**
 * Keeps a cross-table under a name of one's own: the question in its canonical form, never its figures.
 * @throws {Problem} not-found for a unit outside reach; invalid-input `name`: taken (unless it is to be replaced), full
 */
export const saveView = verb(
  'view.keep',
  input,
  async ({ tx, actor, at }, { name, query: given, replace }) => {
    const question = questionOf(actor, given)
    demandReach(actor, question)
    const query = crossSearch(question)
    if (query.length > 4000) throw refused('query', 'too-long')
    await holdViews(tx, actor)
    const { count, named } = await ownViews(tx, actor, name)
    if (named && !replace) throw refused('name', 'taken')
    if (!named && count >= mostViews) throw refused('name', 'full')
    const id = named ?? newId()
    if (named) await changeView(tx, actor, id, { query, changedAt: at })
    else await insertView(tx, actor, { id, name, query, at })
    await recordTrail(tx, actor, {
      action: 'view.save',
      subjectKind: 'view',
      subject: id,
      details: { view: name, replaced: named !== null },
    })
    return { id }
  },
)
