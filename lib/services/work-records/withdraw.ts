import 'server-only'
import { verb } from '../verb'
import { carryOut, decided } from './act'
import { withReason } from './inputs'

/** Takes a confirmed record out of the figures for good; its versions stay. */
export const withdrawRecord = verb('work.confirm', withReason, async (work, { id, reason }) => {
  const { actor, at } = work
  const all = await decided(work, [id], 'withdraw')
  await carryOut(
    work,
    all,
    'withdraw',
    () => ({ counted: null, countedYear: null, decidedBy: actor.id, decidedAt: at }),
    reason,
  )
  return { id }
})
