import 'server-only'
import { z } from 'zod'
import { dropRows } from '@/db/queries/import-rows'
import { dropFile } from '@/db/queries/imports'
import { asksSchema } from '@/lib/domain/import/asks'
import { verb } from '../verb'
import { holdBatch, step } from './act'

const input = z.strictObject({ id: z.uuid() })

/**
 * Ends an import. Before anything is written all of it goes; while it is being written or asked for, the rows in hand are
 * finished, and what stands by then can be taken back.
 * @throws {Problem} import-status
 */
export const cancelImport = verb('contract.import', input, async (work, { id }) => {
  const batch = await holdBatch(work, id, ['mapping', 'judging', 'judged', 'writing', 'asking'])
  if (batch.status === 'writing' || batch.status === 'asking') {
    const status = batch.status === 'asking' ? asksSchema.parse(batch.asks).back : 'done'
    await step(work, batch, 'import.cancel', {
      stopping: true,
      status,
      ...(status === 'done' && { finishedAt: work.at }),
    })
    return { id }
  }
  await dropRows(work.tx, id)
  await dropFile(work.tx, id)
  await step(work, batch, 'import.cancel', {
    status: 'cancelled',
    stopping: true,
    finishedAt: work.at,
  })
  return { id }
})
