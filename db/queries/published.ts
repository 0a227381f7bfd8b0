import { and, eq, sql } from 'drizzle-orm'
import type { PublishedRow } from '@/lib/domain/published/places'
import type { Tx } from '../client'
import { publishedUnit, unit } from '../schema'

/** Everything that published reports say of units; it is for everybody who reads statistics. */
export const readPublished = (tx: Tx): Promise<PublishedRow[]> => tx.select().from(publishedUnit)

/** Whether an edition is recorded; held against a second recording of it until the transaction ends. */
export async function holdEdition(tx: Tx, year: number, edition: number): Promise<boolean> {
  await tx.execute(sql`select pg_advisory_xact_lock(7143, ${year * 100 + edition})`)
  const found = await tx
    .select({ unit: publishedUnit.unit })
    .from(publishedUnit)
    .where(and(eq(publishedUnit.year, year), eq(publishedUnit.edition, edition)))
    .limit(1)
  return found.length > 0
}

export const insertPublished = async (tx: Tx, rows: readonly PublishedRow[]): Promise<void> => {
  await tx.insert(publishedUnit).values([...rows])
}

export const unitCodes = async (tx: Tx): Promise<Set<string>> =>
  new Set((await tx.select({ code: unit.code }).from(unit)).map(({ code }) => code))
