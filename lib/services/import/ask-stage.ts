import 'server-only'
import { z } from 'zod'
import { type DifferingRow, keepRefusal, readDiffering, settleAsked } from '@/db/queries/import-rows'
import { holdWork } from '@/db/queries/imports'
import { contentSchema } from '@/lib/domain/contract/content'
import { asksSchema, proposedPatch } from '@/lib/domain/import/asks'
import { Problem } from '@/lib/domain/problems'
import { asked, askWithin } from '../requests/ask'
import { verb } from '../verb'
import { endStage, type Job, Let, underHold } from './hold'

const SET = 50

/** Asks row by row: each request with its row settled in one transaction, each refusal kept with its row. */
export async function askStage(job: Job): Promise<void> {
  const { actor, batch, worker } = job
  const { back, ...ground } = asksSchema.parse(batch.asks)
  for (let after = 0; ; ) {
    const rows = await underHold(job, after, (tx) => readDiffering(tx, actor, batch.id, after, SET))
    for (const row of rows) await askFor(row)
    const last = rows.at(-1)?.row
    if (last === undefined || rows.length < SET) break
    after = last
  }
  await endStage(job, { status: back })

  async function askFor({ row, contract, base, before, content }: DifferingRow) {
    const patch = proposedPatch(contentSchema.parse(before), contentSchema.parse(content))
    try {
      await askRow(actor, {
        ...ground,
        id: contract,
        patch,
        revision: base,
        import: { id: batch.id, row, worker },
      })
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      await underHold(job, row, (tx) => keepRefusal(tx, batch.id, row, error.detail))
    }
  }
}

const askRow = verb(
  'request.ask',
  asked.extend({ import: z.strictObject({ id: z.uuid(), row: z.int(), worker: z.uuid() }) }),
  async (work, { import: { id, row, worker }, ...given }) => {
    if (!(await holdWork(work.tx, work.actor, { id, status: 'asking' }, worker, row))) throw new Let()
    const request = await askWithin(work, given)
    await settleAsked(work.tx, id, row, request.id)
  },
)
