import 'server-only'
import { z } from 'zod'
import { countRows } from '@/db/queries/import-rows'
import { verb } from '../verb'
import { holdBatch, step } from './act'

const input = z.strictObject({
  id: z.uuid(),
  /** Also change drafts that differ from what their rows say. */
  apply: z.boolean().default(false),
})

/** Has the good rows of a judged file written. @throws {Problem} import-status */
export const writeImport = verb('contract.import', input, async (work, { id, apply }) => {
  const batch = await holdBatch(work, id, ['judged'])
  const counts = await countRows(work.tx, [id])
  const rows = Object.fromEntries(counts.map(({ verdict, rows }) => [verdict, rows]))
  await step(
    work,
    batch,
    'import.write',
    { status: 'writing', done: 0, stopping: false, applies: apply },
    { rows, apply },
  )
  return { id }
})
