import 'server-only'
import { v7 as newId } from 'uuid'
import type { Tx } from '@/db/client'
import { type MadeContract, writeContracts } from '@/db/import-write'
import { changeContract } from '@/db/queries/contracts'
import { dropFile, type KeptRow, readRows, settleRows } from '@/db/queries/imports'
import { readUnits } from '@/db/queries/reference'
import { recordTrail } from '@/db/trail'
import { contentSchema } from '@/lib/domain/contract/content'
import type { Status } from '@/lib/domain/contract/lifecycle'
import type { RecordKey } from '@/lib/domain/import/targets'
import { Problem } from '@/lib/domain/problems'
import { factsOf } from '@/lib/domain/statistics/facts'
import { endStage, type Job, underHold } from './hold'
import { meet } from './meet'

const SET = 500

/** Writes the new rows, then the changes there is leave for: each set with its rows settled in one transaction. */
export async function writeStage(job: Job): Promise<void> {
  for (const verdict of ['new', 'changed'] as const) {
    if (verdict === 'changed' && !job.batch.applies) break
    let after = 0
    for (;;) {
      const end = await underHold(job, undefined, async (tx, today) => {
        const rows = await readRows(tx, job.batch.id, verdict, { after, limit: SET })
        const open = rows.filter(({ outcome }) => outcome === null)
        if (open.length > 0) {
          await (verdict === 'new' ? writeNew(tx, job, open, today) : applyChanges(tx, job, open))
        }
        return rows.length < SET ? null : (rows.at(-1)?.row ?? null)
      })
      if (end === null) break
      after = end
    }
  }
  await underHold(job, undefined, async (tx) => {
    // Only rejected rows are still to be given back out of the file.
    const rejected = await readRows(tx, job.batch.id, 'bad', { limit: 1 })
    if (rejected.length === 0) await dropFile(tx, job.batch.id)
  })
  await endStage(job, { status: 'done' })
}

/** Rows whose contract has come to be there meanwhile are left alone. */
async function writeNew(
  tx: Tx,
  { actor, batch }: Job,
  rows: readonly KeptRow[],
  today: string,
): Promise<void> {
  const units = await readUnits(tx, today)
  const read = rows.map((row) => {
    const content = contentSchema.parse(row.content)
    return { row, content, said: content, record: (row.record ?? {}) as Partial<Record<RecordKey, string>> }
  })
  const met = await meet(tx, actor, batch, read)
  const made: MadeContract[] = []
  const settled = read.map((one) => {
    const there = met.get(one)
    if (there) return { row: one.row.row, contract: there.contract, outcome: 'met' }
    const unit = batch.unit ?? one.record.unit ?? ''
    const area = units.get(unit)?.area
    if (area !== 'south' && area !== 'north')
      throw new Problem({ code: 'invalid-input', issues: [{ path: 'unit', message: unit }] })
    const { number, registeredOn, acceptedOn } = one.record
    const id = newId()
    made.push({
      id,
      unit,
      content: one.row.content,
      ...(batch.kind === 'registered' &&
        number !== undefined &&
        registeredOn !== undefined && {
          registered: {
            number,
            on: registeredOn,
            acceptedOn: acceptedOn ?? registeredOn,
            facts: factsOf(one.content, { unit, area, date: registeredOn }),
          },
        }),
    })
    return { row: one.row.row, contract: id, outcome: 'written' }
  })
  // Before the contracts: the database lets one begin as registered for a row of an import alone.
  await settleRows(tx, batch.id, settled)
  if (made.length > 0) await writeContracts(tx, actor, batch.id, Number(today.slice(0, 4)), made)
}

/** A draft that is still as it was when the row was judged becomes what the row says; everything else is left alone. */
async function applyChanges(tx: Tx, { actor, batch }: Job, rows: readonly KeptRow[]): Promise<void> {
  const settled: { row: number; contract: null; outcome: string }[] = []
  for (const { row, contract, base, content } of rows) {
    if (contract === null || base === null) continue
    let applied = false
    for (const status of ['draft', 'returned'] as const satisfies Status[]) {
      applied ||= await changeContract(
        tx,
        { id: contract, status, revision: base },
        { content, editedBy: actor.id },
      )
    }
    if (!applied) continue
    settled.push({ row, contract: null, outcome: 'applied' })
    await recordTrail(tx, actor, {
      action: 'contract.save',
      subjectKind: 'contract',
      subject: contract,
      details: { batch: batch.id },
    })
  }
  if (settled.length > 0) await settleRows(tx, batch.id, settled)
}
