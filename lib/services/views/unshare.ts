import 'server-only'
import { z } from 'zod'
import { changeView } from '@/db/queries/views'
import { recordTrail } from '@/db/trail'
import { Problem } from '@/lib/domain/problems'
import { verb } from '../verb'

/** Keeps a shared cross-table to oneself again. @throws {Problem} not-found where it isn't one's own */
export const unshareView = verb(
  'view.keep',
  z.strictObject({ id: z.uuid() }),
  async ({ tx, actor }, { id }) => {
    const name = await changeView(tx, actor, id, { shared: false })
    if (name === null) throw new Problem({ code: 'not-found' })
    await recordTrail(tx, actor, {
      action: 'view.unshare',
      subjectKind: 'view',
      subject: id,
      details: { view: name },
    })
    return { id }
  },
)
