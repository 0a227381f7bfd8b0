import type { Tx } from '../client'
import { inflow } from '../schema'

const rowsPerStatement = 1000

/** Adds rows whose number is new; returns how many were. */
export async function insertInflow(tx: Tx, rows: (typeof inflow.$inferInsert)[]): Promise<number> {
  let added = 0
  for (let from = 0; from < rows.length; from += rowsPerStatement) {
    const slice = rows.slice(from, from + rowsPerStatement)
    const inserted = await tx
      .insert(inflow)
      .values(slice)
      .onConflictDoNothing()
      .returning({ number: inflow.number })
    added += inserted.length
  }
  return added
}
