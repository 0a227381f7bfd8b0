import { and, desc, eq, sql } from 'drizzle-orm'
import type { Edition, PublishedRow } from '@/lib/domain/published/places'
import type { Tx } from '../client'
import { hold } from '../locks'
import { publishedEdition, publishedUnit, unit } from '../schema'

/** Everything that published reports say of units; it is for everybody who reads statistics. */
export const readPublished = (tx: Tx): Promise<PublishedRow[]> => tx.select().from(publishedUnit)

/** The editions of a year's report, the latest first. */
export const readEditions = (tx: Tx, year: number): Promise<Edition[]> =>
  tx
    .select()
    .from(publishedEdition)
    .where(eq(publishedEdition.year, year))
    .orderBy(desc(publishedEdition.edition))

/** The turnover an edition prints, of one unit or of all it names, in fen; null where it prints none. */
export async function readPrinted(
  tx: Tx,
  { year, edition }: Pick<Edition, 'year' | 'edition'>,
  unit: string | null,
): Promise<bigint | null> {
  const [row] = await tx
    .select({ turnover: sql<string | null>`sum(${publishedUnit.turnover})` })
    .from(publishedUnit)
    .where(
      and(
        eq(publishedUnit.year, year),
        eq(publishedUnit.edition, edition),
        unit === null ? undefined : eq(publishedUnit.unit, unit),
      ),
    )
  return row?.turnover ? BigInt(row.turnover) : null
}

/** Whether an edition is recorded; held against a second recording of it until the transaction ends. */
export async function holdEdition(tx: Tx, year: number, edition: number): Promise<boolean> {
  await hold(tx, 'published', `${year}/${edition}`)
  const found = await tx
    .select({ unit: publishedUnit.unit })
    .from(publishedUnit)
    .where(and(eq(publishedUnit.year, year), eq(publishedUnit.edition, edition)))
    .limit(1)
  return found.length > 0
}

export async function insertPublished(
  tx: Tx,
  edition: Edition,
  rows: readonly PublishedRow[],
): Promise<void> {
  await tx.insert(publishedEdition).values(edition)
  await tx.insert(publishedUnit).values([...rows])
}

export const unitCodes = async (tx: Tx): Promise<Set<string>> =>
  new Set((await tx.select({ code: unit.code }).from(unit)).map(({ code }) => code))
