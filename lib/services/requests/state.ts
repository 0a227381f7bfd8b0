import 'server-only'
import { z } from 'zod'
import { isDate } from '@/lib/domain/time/dates'
import { refused } from '../refuse'
import { verb } from '../verb'
import { holdRequest, step } from './act'

const input = z.strictObject({
  id: z.uuid(),
  on: z.string().refine(isDate, { error: 'date' }),
  /** What the party said; empty where it declared that it has nothing to say. */
  text: z.string().trim().max(4000),
})

/** Records the party's statement (陈述申辩), or that it makes none. */
export const state = verb('request.state', input, async (work, { id, on, text }) => {
  const held = await holdRequest(work, id, 'state')
  if (on > work.today) throw refused('on', 'future')
  if (on < (held.request.servedOn ?? '')) throw refused('on', 'before-notice')
  await step(work, held, 'request.state', { statedOn: on, statement: text })
  return { on }
})
