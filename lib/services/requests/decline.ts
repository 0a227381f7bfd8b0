import 'server-only'
import { z } from 'zod'
import { verb } from '../verb'
import { holdRequest, step } from './act'

const input = z.strictObject({
  id: z.uuid(),
  /** Why not, as whoever asked will read it. */
  text: z.string().trim().min(4).max(2000),
})

/** Not granted; the contract stays as it is and the reason is kept. */
export const decline = verb('request.decide', input, async (work, { id, text }) => {
  await step(work, await holdRequest(work, id, 'decline'), 'request.decline', {
    decidedBy: work.actor.id,
    decidedAt: work.at,
    decision: text,
  })
  return { status: 'declined' as const }
})
