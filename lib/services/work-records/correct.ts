import 'server-only'
import { verb } from '../verb'
import { carryOut, decided } from './act'
import { withReason } from './inputs'

/** Opens a confirmed record for correction; it counts as confirmed until the correction is. */
export const correctRecord = verb('work.write', withReason, async (work, { id, reason }) => {
  const all = await decided(work, [id], 'correct')
  await carryOut(work, all, 'correct', () => ({ decidedBy: null, decidedAt: null }), reason)
  return { id }
})
