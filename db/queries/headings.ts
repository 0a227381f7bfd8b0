import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Tx } from '../client'
import { importHeading } from '../schema'

/** How this office read headings before. */
export async function readHeadings(tx: Tx, office: string, headings: readonly string[]) {
  if (headings.length === 0) return []
  return tx
    .select()
    .from(importHeading)
    .where(and(eq(importHeading.office, office), inArray(importHeading.heading, [...headings])))
}

export async function keepHeadings(tx: Tx, rows: (typeof importHeading.$inferInsert)[]): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insert(importHeading)
    .values(rows)
    .onConflictDoUpdate({
      target: [importHeading.office, importHeading.heading],
      set: { target: sql`excluded.target`, money: sql`excluded.money` },
    })
}
