import 'server-only'
import { z } from 'zod'
import { changeBatch, findBatch } from '@/db/queries/imports'
import { inTransaction } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { may } from '@/lib/domain/access/permissions'
import { Problem } from '@/lib/domain/problems'
import { parseInput } from '../verb'
import { withFile } from './file'
import { look } from './look'

const input = z.strictObject({ id: z.uuid(), sheet: z.int().min(0).max(1000) })

/** Looks at another sheet of the file, and understands that one instead. @throws {Problem} not-found, import-status, unreadable-file */
export async function lookAgain(actor: Actor, raw: unknown): Promise<void> {
  if (!may(actor.role, 'contract.import')) throw new Problem({ code: 'forbidden' })
  const { id, sheet } = parseInput(input, raw)
  const batch = await inTransaction(actor, (tx) => findBatch(tx, actor, id))
  if (!batch) throw new Problem({ code: 'not-found' })
  if (batch.status !== 'mapping') throw new Problem({ code: 'import-status', status: batch.status })
  const { file, understood } = await withFile(actor, id, (table) => look(actor, table, batch.kind, sheet))
  const changed = await inTransaction(actor, (tx) =>
    changeBatch(tx, actor, batch, { file, seen: understood.columns, mapping: understood.mapping }),
  )
  if (!changed) throw new Problem({ code: 'conflict', by: null, at: null })
}
