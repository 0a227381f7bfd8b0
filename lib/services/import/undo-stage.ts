import 'server-only'
import { discardDrafts, trailOf, undoRegistered } from '@/db/import-write'
import { readRows, settleRows } from '@/db/queries/import-rows'
import { dropFile } from '@/db/queries/imports'
import { inTransaction } from '@/db/transaction'
import { endStage, type Job, underHold } from './hold'

const SET = 500

/** Takes the contracts of an import back, set by set. */
export async function undoStage(job: Job): Promise<void> {
  const { actor, batch } = job
  let after = 0
  for (;;) {
    const end = await underHold(job, undefined, async (tx) => {
      const rows = await readRows(tx, batch.id, 'new', { after, limit: SET })
      const written = rows.filter(({ outcome }) => outcome === 'written')
      if (written.length > 0) {
        const ids = written.flatMap(({ contract }) => contract ?? [])
        const gone =
          batch.kind === 'draft'
            ? await discardDrafts(tx, actor, batch.id, ids)
            : await undoRegistered(tx, batch.id, ids.length)
        await trailOf(tx, actor, 'contract.discard', gone, batch.id)
        if (batch.kind === 'draft') {
          await settleRows(
            tx,
            batch.id,
            written.map(({ row }) => ({ row, contract: null, outcome: 'undone' })),
          )
        }
      }
      return rows.length < SET ? null : (rows.at(-1)?.row ?? null)
    })
    if (end === null) break
    after = end
  }
  await inTransaction(actor, (tx) => dropFile(tx, batch.id))
  await endStage(job, { status: 'undone' })
}
