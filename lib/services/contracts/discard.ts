import 'server-only'
import { z } from 'zod'
import { verb } from '../verb'
import { hold, record } from './act'

const input = z.strictObject({ id: z.uuid(), revision: z.int().optional() })

/** Draft or returned → discarded: kept for the history, never counted, never shown to the centre. */
export const discard = verb('contract.discard', input, async (work, { id, revision }) => {
  const held = await hold(work, id, 'discard', revision)
  return { revision: await record(work, held, { action: 'discard', change: {} }) }
})
