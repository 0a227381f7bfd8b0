import 'server-only'
import { z } from 'zod'
import { verb } from '../verb'
import { hold, record } from './act'
import { dueDay } from './clock'

const input = z.strictObject({
  id: z.uuid(),
  revision: z.int().optional(),
  text: z.string().trim().min(4).max(1000),
})

/** Marks a submitted contract as disputed: experts are heard, and the longer period applies (Draft 2024 Art. 14). */
export const dispute = verb('contract.dispute', input, async (work, { id, revision, text }) => {
  const held = await hold(work, id, 'dispute', revision)
  const dueOn = await dueDay(work, held.contract.acceptedOn ?? work.today, held.settings, true)
  return {
    dueOn,
    revision: await record(work, held, {
      action: 'dispute',
      change: { disputed: true, dueOn },
      details: { text },
    }),
  }
})
