import { asc, desc, eq, sql } from 'drizzle-orm'
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

/** What flowed in, by year, the latest first. */
export const inflowYears = (tx: Tx) =>
  tx
    .select({
      year: inflow.year,
      contracts: sql<number>`count(*)::integer`,
      turnover: sql<bigint>`sum(${inflow.turnover})::bigint`.mapWith(BigInt),
      technology: sql<bigint>`sum(${inflow.technology})::bigint`.mapWith(BigInt),
    })
    .from(inflow)
    .groupBy(inflow.year)
    .orderBy(desc(inflow.year))

/** The contracts of a year by page, in the order of their registration. */
export const listInflow = (tx: Tx, year: number, { limit, offset }: { limit: number; offset: number }) =>
  tx
    .select()
    .from(inflow)
    .where(eq(inflow.year, year))
    .orderBy(asc(inflow.registeredOn), asc(inflow.number))
    .limit(limit)
    .offset(offset)
