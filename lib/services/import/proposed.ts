import 'server-only'
import { z } from 'zod'
import { findContract } from '@/db/queries/contracts'
import { readRowsAt } from '@/db/queries/import-rows'
import { findBatch } from '@/db/queries/imports'
import type { Actor } from '@/lib/domain/access/actor'
import { contentSchema } from '@/lib/domain/contract/content'
import { type FieldName, field } from '@/lib/domain/contract/fields'
import { proposedPatch } from '@/lib/domain/import/asks'
import { reading } from '../reader'

/** What a row of a file would have of a registered contract. */
export interface ProposedByRow {
  batch: string
  fileName: string
  row: number
  /** The fields that differ, in wire form; empty where the contract was changed since the row was judged. */
  patch: Partial<Record<FieldName, unknown>>
}

/** Null where the row is not within reach, or is not about this contract. @throws {Problem} forbidden */
export const proposedByRow = (
  actor: Actor,
  { batch: id, row: number, contract: of }: { batch: string; row: number; contract: string },
): Promise<ProposedByRow | null> =>
  reading(actor, 'contract.import', async (tx) => {
    const batch = z.uuid().safeParse(id).success ? await findBatch(tx, actor, id) : null
    if (!batch || !Number.isInteger(number) || number < 1 || number > 2_000_000) return null
    const [row] = await readRowsAt(tx, id, [number])
    if (row?.verdict !== 'changed' || row.contract !== of || row.content === null) return null
    const contract = await findContract(tx, actor, of)
    if (!contract) return null
    const patch =
      contract.revision === row.base ? proposedPatch(contract.content, contentSchema.parse(row.content)) : {}
    return {
      batch: id,
      fileName: batch.fileName,
      row: number,
      patch: Object.fromEntries(
        Object.entries(patch).filter(([name]) => field(name as FieldName).correctable !== false),
      ),
    }
  })
