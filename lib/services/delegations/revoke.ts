import 'server-only'
import { z } from 'zod'
import { findDelegation, revokeDelegation } from '@/db/queries/delegations'
import { recordTrail } from '@/db/trail'
import { Problem } from '@/lib/domain/problems'
import { verb } from '../verb'

/**
 * Ends a delegation or a hand-over at once: the one stood in for, whoever made it, or the administrator.
 * @throws {Problem} not-found also where it is over, or somebody else's
 */
export const revoke = verb(
  'delegation.make',
  z.strictObject({ id: z.uuid() }),
  async ({ tx, actor }, { id }) => {
    const line = await findDelegation(tx, id)
    if (!line || line.state === 'over' || !(await revokeDelegation(tx, id, actor.id))) {
      throw new Problem({ code: 'not-found' })
    }
    await recordTrail(tx, actor, {
      action: 'delegation.revoke',
      subjectKind: 'delegation',
      subject: id,
      details: {
        principal: line.principal.name,
        deputy: line.deputy.name,
        from: line.fromDay,
        until: line.untilDay,
      },
    })
    return { id }
  },
)
