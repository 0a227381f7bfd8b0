import 'server-only'
import { z } from 'zod'
import { codeOf } from '@/lib/domain/contract/code-lists'
import { type asksSchema, groundSchema } from '@/lib/domain/import/asks'
import { kindOf } from '@/lib/domain/request/kinds'
import { refused } from '../refuse'
import { verb } from '../verb'
import { holdBatch, step } from './act'

const input = groundSchema.extend({ id: z.uuid() })

/**
 * Has a request asked for every registered contract that its row says otherwise, all on one ground; each is asked for itself, and
 * each row shows what came of it.
 * @throws {Problem} import-status, invalid-input
 */
export const askImport = verb('contract.import', input, async (work, { id, ...ground }) => {
  const batch = await holdBatch(work, id, ['judged', 'done'])
  if (!codeOf(kindOf(ground.kind).reasons, ground.reason)) throw refused('reason', 'unknown')
  const back = batch.status === 'judged' ? 'judged' : 'done'
  await step(
    work,
    batch,
    'import.ask',
    {
      status: 'asking',
      asks: { ...ground, back } satisfies z.input<typeof asksSchema>,
      done: 0,
      stopping: false,
    },
    { request: ground.kind, reason: ground.reason },
  )
  return { id }
})
