import 'server-only'
import { z } from 'zod'
import { findReconciliation, listFindings } from '@/db/queries/reconciliation'
import { inTransaction } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { may } from '@/lib/domain/access/permissions'
import { mappingSchema } from '@/lib/domain/import/mapping'
import { Problem } from '@/lib/domain/problems'
import { MOST_ROWS } from '@/lib/domain/reconcile/period'
import { beginImport, kindFor } from '../import/begin'
import { contractSheet } from '../import/contract-sheet'
import { parseInput } from '../verb'
import { readTheirs } from './compare'

const input = z.strictObject({ id: z.uuid() })

/**
 * Begins an import of the contracts that only the file has, of those somebody decided that it is right. The import is then the
 * usual one: each row is judged, and nothing is in before it was agreed to.
 * @throws {Problem} forbidden, not-found; nothing-in-scope where nothing is to be imported
 */
export async function importMissing(actor: Actor, raw: unknown): Promise<{ batch: string }> {
  if (!may(actor.role, 'reconcile.write')) throw new Problem({ code: 'forbidden' })
  const { id } = parseInput(input, raw)
  const { row, wanted } = await inTransaction(actor, async (tx) => {
    const found = await findReconciliation(tx, actor, id)
    if (!found || found.unit !== actor.unit) throw new Problem({ code: 'not-found' })
    const missing = await listFindings(tx, id, {
      outcomes: ['there'],
      open: false,
      limit: MOST_ROWS,
      offset: 0,
    })
    const right = new Set(
      missing.filter(({ decided }) => decided?.decision === 'theirs').map(({ row: at }) => at),
    )
    const theirs = await readTheirs(tx, id, mappingSchema.parse(found.mapping))
    return { row: found, wanted: theirs.filter((one) => right.has(one.row)) }
  })
  if (wanted.length === 0) throw new Problem({ code: 'nothing-in-scope' })
  const sheet = contractSheet(
    kindFor(actor),
    wanted.map(({ said, record }) => ({ content: said, record })),
  )
  const batch = await beginImport(actor, { fileName: `对账缺少的合同-${row.period}.xlsx` }, [sheet])
  return { batch: batch.id }
}
