import 'server-only'
import { z } from 'zod'
import { holdState, insertSwitch } from '@/db/audit/switches'
import { recordTrail } from '@/db/trail'
import { Problem } from '@/lib/domain/problems'
import { verb } from '../verb'

/**
 * Switches a rule of the self-audit on or off from now on; what was found earlier stays found. Switching to what it is
 * already changes nothing.
 * @throws {Problem} not-found where the catalogue has no such rule
 */
export const switchRule = verb(
  'audit.switch',
  z.strictObject({ rule: z.string().max(60), on: z.boolean() }),
  async ({ tx, actor, at }, { rule, on }) => {
    const before = await holdState(tx, rule)
    if (before === null) throw new Problem({ code: 'not-found' })
    if (before === on) return { on }
    await insertSwitch(tx, { rule, on, at, by: actor.id })
    await recordTrail(tx, actor, {
      action: 'audit.switch',
      subjectKind: 'rule',
      subject: rule,
      details: { before, after: on },
    })
    return { on }
  },
)
