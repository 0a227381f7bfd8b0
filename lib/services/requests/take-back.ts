import 'server-only'
import { z } from 'zod'
import { verb } from '../verb'
import { holdRequest, step } from './act'

/** Whoever asked takes the request back while it is open. */
export const takeBack = verb('request.ask', z.strictObject({ id: z.uuid() }), async (work, { id }) => {
  await step(work, await holdRequest(work, id, 'take-back'), 'request.take-back')
  return { status: 'withdrawn' as const }
})
