import 'server-only'
import { z } from 'zod'
import { changeView } from '@/db/queries/views'
import { recordTrail } from '@/db/trail'
import { Problem } from '@/lib/domain/problems'
import { verb } from '../verb'

/**
 * Lets others open a kept cross-table, each within their own reach: an office's own people and the centre; of the
 * centre's, everybody who sees statistics.
 * @throws {Problem} not-found where it isn't one's own
 */
export const shareView = verb(
  'view.keep',
  z.strictObject({ id: z.uuid() }),
  async ({ tx, actor }, { id }) => {
    const name = await changeView(tx, actor, id, { shared: true })
    if (name === null) throw new Problem({ code: 'not-found' })
    await recordTrail(tx, actor, {
      action: 'view.share',
      subjectKind: 'view',
      subject: id,
      details: { view: name },
    })
    return { id }
  },
)
