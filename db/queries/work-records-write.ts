import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Actor } from '@/lib/domain/access/actor'
import { toWire } from '@/lib/domain/contract/kinds'
import type { RecordContent } from '@/lib/domain/work-records/record'
import type { Tx } from '../client'
import { workRecord } from '../schema'
import type { RecordRow } from './work-records'

export async function insertRecords(
  tx: Tx,
  rows: readonly (Omit<typeof workRecord.$inferInsert, 'content'> & { content: RecordContent })[],
): Promise<void> {
  if (rows.length === 0) return
  await tx.insert(workRecord).values(rows.map((row) => ({ ...row, content: toWire(row.content) })))
}

type Change = Partial<
  Omit<typeof workRecord.$inferInsert, 'content' | 'counted'> & {
    content: RecordContent
    counted: RecordContent | null
  }
>

/** Writes a change to the record as it was seen; false when somebody was faster. */
export async function changeRecord(
  tx: Tx,
  seen: Pick<RecordRow, 'id' | 'revision' | 'status'>,
  { content, counted, ...change }: Change,
): Promise<boolean> {
  const changed = await tx
    .update(workRecord)
    .set({
      ...change,
      ...(content && { content: toWire(content) }),
      ...(counted !== undefined && { counted: counted === null ? null : toWire(counted) }),
      revision: seen.revision + 1,
    })
    .where(
      and(
        eq(workRecord.id, seen.id),
        eq(workRecord.revision, seen.revision),
        eq(workRecord.status, seen.status),
      ),
    )
    .returning({ id: workRecord.id })
  return changed.length === 1
}

/** Appends to each record's versions what it says now. */
export async function appendVersions(
  tx: Tx,
  actor: Actor,
  ids: readonly string[],
  action: string,
  reason: string,
): Promise<void> {
  await tx.execute(sql`
    insert into work_record_version
      (record, kind, unit, seq, action, status_after, content, counted, counted_year, reason, actor)
    select r.id, r.kind, r.unit,
      1 + (select count(*) from work_record_version v where v.record = r.id)::integer,
      ${action}, r.status, r.content, r.counted, r.counted_year, ${reason}, ${actor.id}
    from work_record r where ${inArray(sql`r.id`, [...ids])}`)
}
