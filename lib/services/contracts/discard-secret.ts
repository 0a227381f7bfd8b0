import 'server-only'
import { z } from 'zod'
import { verb } from '../verb'
import { hold, record } from './act'

const input = z.strictObject({ id: z.uuid() })

/**
 * The office found that the contract holds state secrets: everything typed so far is wiped before the draft is
 * discarded, so that the ledger keeps that it was discarded and nothing of what it said.
 */
export const discardSecret = verb('contract.discard', input, async (work, { id }) => {
  const held = await hold(work, id, 'discard')
  return {
    revision: await record(work, held, { action: 'discard', change: { content: {}, explanations: {} } }),
  }
})
