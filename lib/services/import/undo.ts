import 'server-only'
import { z } from 'zod'
import { sinceImport } from '@/db/import-write'
import { Problem } from '@/lib/domain/problems'
import { verb } from '../verb'
import { holdBatch, step } from './act'

/** So many numbers are told of contracts that were printed. */
const TOLD = 5

const input = z.strictObject({ id: z.uuid() })

/**
 * Takes back what an import made, as long as nothing was decided on any of it and no paper of it is out: drafts are
 * discarded, registered contracts leave the register with their lines and numbers. Changes it made to drafts there were stay.
 * @throws {Problem} import-status, import-decided, import-printed
 */
export const undoImport = verb('contract.import', input, async (work, { id }) => {
  const batch = await holdBatch(work, id, ['done'])
  const { decided, printed } = await sinceImport(work.tx, id)
  if (decided > 0) throw new Problem({ code: 'import-decided', count: decided })
  if (printed.length > 0)
    throw new Problem({ code: 'import-printed', numbers: printed.slice(0, TOLD), count: printed.length })
  await step(work, batch, 'import.undo', { status: 'undoing', done: 0, stopping: false })
  return { id }
})
