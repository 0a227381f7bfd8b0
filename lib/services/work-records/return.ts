import 'server-only'
import { verb } from '../verb'
import { carryOut, decided } from './act'
import { withReason } from './inputs'

/** Sends a record back with what is to be mended; a correction sent back leaves what was confirmed. */
export const returnRecord = verb('work.confirm', withReason, async (work, { id, reason }) => {
  const { actor, at } = work
  const all = await decided(work, [id], 'return')
  await carryOut(work, all, 'return', () => ({ decidedBy: actor.id, decidedAt: at }), reason)
  return { id }
})
