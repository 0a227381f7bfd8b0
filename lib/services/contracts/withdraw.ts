import 'server-only'
import { z } from 'zod'
import { verb } from '../verb'
import { hold, record } from './act'

const input = z.strictObject({ id: z.uuid(), revision: z.int().optional() })

/** Submitted → draft, by its office, before anyone at the centre has approved it. */
export const withdraw = verb('contract.withdraw', input, async (work, { id, revision }) => {
  const held = await hold(work, id, 'withdraw', revision)
  return {
    revision: await record(work, held, {
      action: 'withdraw',
      change: { submittedAt: null, acceptedOn: null, dueOn: null, ruleSet: null, disputed: false },
    }),
  }
})
