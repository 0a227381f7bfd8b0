import { and, asc, desc, inArray, isNotNull, lte, or, type SQL, sql } from 'drizzle-orm'
import { type Counted, type WorkKindName, workKindNames } from '@/lib/domain/work-records/kinds'
import { recordSchema } from '@/lib/domain/work-records/record'
import { lastingKinds } from '@/lib/domain/work-records/roll-up'
import type { Tx } from '../client'
import { workRecord, workRecordVersion } from '../schema'

/**
 * What counts for the report of a year: records of the year, and of lasting registers all up to it; of one unit, or of
 * the Corps; now, or as of a settled moment. Policies bound the reach.
 */
export async function readCounted(
  tx: Tx,
  { year, unit, asOf }: { year: number; unit: string | null; asOf: Date | null },
): Promise<Counted[]> {
  const told = (of: SQL, kind: SQL, owner: SQL) =>
    and(
      or(sql`${of} = ${year}`, and(inArray(kind, [...lastingKinds]), sql`${of} <= ${year}`)),
      inArray(kind, [...workKindNames]),
      unit === null ? undefined : sql`${owner} = ${unit}`,
    )
  if (asOf === null) {
    const rows = await tx
      .select({
        id: workRecord.id,
        kind: workRecord.kind,
        unit: workRecord.unit,
        content: workRecord.counted,
      })
      .from(workRecord)
      .where(
        and(
          isNotNull(workRecord.counted),
          told(sql`${workRecord.countedYear}`, sql`${workRecord.kind}`, sql`${workRecord.unit}`),
        ),
      )
      .orderBy(asc(workRecord.id))
    return rows.map(countedRow)
  }
  const last = tx
    .selectDistinctOn([workRecordVersion.record], {
      id: workRecordVersion.record,
      kind: workRecordVersion.kind,
      unit: workRecordVersion.unit,
      content: workRecordVersion.counted,
      countedYear: workRecordVersion.countedYear,
    })
    .from(workRecordVersion)
    .where(and(inArray(workRecordVersion.action, ['confirm', 'withdraw']), lte(workRecordVersion.at, asOf)))
    .orderBy(workRecordVersion.record, desc(workRecordVersion.id))
    .as('last')
  const rows = await tx
    .select({ id: last.id, kind: last.kind, unit: last.unit, content: last.content })
    .from(last)
    .where(and(isNotNull(last.content), told(sql`${last.countedYear}`, sql`${last.kind}`, sql`${last.unit}`)))
    .orderBy(asc(last.id))
  return rows.map(countedRow)
}

const countedRow = (row: { id: string; kind: string; unit: string | null; content: unknown }): Counted =>
  ({ ...row, content: recordSchema(row.kind as WorkKindName).parse(row.content) }) as Counted
