import 'server-only'
import { z } from 'zod'
import { deleteView } from '@/db/queries/views'
import { recordTrail } from '@/db/trail'
import { Problem } from '@/lib/domain/problems'
import { verb } from '../verb'

/** Takes away a kept cross-table; its name is free again. @throws {Problem} not-found where it isn't one's own */
export const removeView = verb(
  'view.keep',
  z.strictObject({ id: z.uuid() }),
  async ({ tx, actor }, { id }) => {
    const name = await deleteView(tx, actor, id)
    if (name === null) throw new Problem({ code: 'not-found' })
    await recordTrail(tx, actor, {
      action: 'view.remove',
      subjectKind: 'view',
      subject: id,
      details: { view: name },
    })
  },
)
