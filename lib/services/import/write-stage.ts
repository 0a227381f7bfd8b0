import 'server-only'
import { v7 as newId } from 'uuid'
import type { Tx } from '@/db/client'
import { applyRows, type ComingRow, readComing, writeContracts } from '@/db/import-write'
import { readRows, readRowsAt, settleRows } from '@/db/queries/import-rows'
import { dropFile } from '@/db/queries/imports'
import { contentSchema } from '@/lib/domain/contract/content'
import { endStage, type Job, underHold } from './hold'
import { alreadyThere, meet } from './meet'

const SET = 500

/** Writes the new rows, then the changes there is leave for: each set with its rows settled in one transaction. */
export async function writeStage(job: Job): Promise<void> {
  const { actor, batch } = job
  await setBySet(job, async (tx, today, after) => {
    const rows = await readComing(tx, batch.id, after, SET)
    if (rows.length > 0) await writeNew(tx, job, rows, today)
    return rows.length < SET ? null : (rows.at(-1)?.row ?? null)
  })
  if (batch.applies) await setBySet(job, (tx, _, after) => applyRows(tx, actor, batch.id, after, SET))
  await underHold(job, undefined, async (tx) => {
    // Only rejected rows are still to be given back out of the file.
    const rejected = await readRows(tx, batch.id, 'bad', { limit: 1 })
    if (rejected.length === 0) await dropFile(tx, batch.id)
  })
  await endStage(job, { status: 'done' })
}

/** Works behind a row at a time; the work says how far it came, or null at the end. */
async function setBySet(
  job: Job,
  work: (tx: Tx, today: string, after: number) => Promise<number | null>,
): Promise<void> {
  for (let after: number | null = 0; after !== null; ) {
    const from: number = after
    after = await underHold(job, undefined, (tx, today) => work(tx, today, from))
  }
}

/** Rows whose contract has come to be there meanwhile are left alone. */
async function writeNew(
  tx: Tx,
  { actor, batch }: Job,
  rows: readonly ComingRow[],
  today: string,
): Promise<void> {
  const met = await metMeanwhile()
  const made = rows
    .filter(({ row }) => !met.has(row))
    .map(({ row, unit, number }) => ({ row, unit, number, id: newId() }))
  // Before the contracts: the database lets one begin as registered for a row of an import alone.
  await settleRows(tx, batch.id, [
    ...[...met].map(([row, contract]) => ({ row, contract, outcome: 'met' })),
    ...made.map(({ row, id }) => ({ row, contract: id, outcome: 'written' })),
  ])
  if (made.length > 0) await writeContracts(tx, actor, batch, Number(today.slice(0, 4)), made)

  /** Contents are looked at only where something of the kind is there at all, which is rare. */
  async function metMeanwhile(): Promise<Map<number, string>> {
    const maybe = await alreadyThere(tx, actor, batch, rows)
    const read = (await readRowsAt(tx, batch.id, maybe)).map(({ row, content, record }) => {
      const parsed = contentSchema.parse(content)
      return { row, content: parsed, said: parsed, record: record ?? {} }
    })
    const found = await meet(tx, actor, batch, read)
    return new Map([...found].map(([{ row }, { contract }]) => [row, contract]))
  }
}
