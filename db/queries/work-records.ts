import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Actor } from '@/lib/domain/access/actor'
import { reachOf } from '@/lib/domain/access/permissions'
import { toWire } from '@/lib/domain/contract/kinds'
import type { Counted, WorkKindName } from '@/lib/domain/work-records/kinds'
import { workKindNames } from '@/lib/domain/work-records/kinds'
import type { RecordStatus } from '@/lib/domain/work-records/lifecycle'
import type { RecordQuery } from '@/lib/domain/work-records/list-query'
import { type RecordContent, recordSchema } from '@/lib/domain/work-records/record'
import { lastingKinds } from '@/lib/domain/work-records/roll-up'
import type { Tx } from '../client'
import { account, workRecord, workRecordVersion } from '../schema'

export type RecordRow = Omit<typeof workRecord.$inferSelect, 'kind' | 'status' | 'content' | 'counted'> & {
  kind: WorkKindName
  status: RecordStatus
  content: RecordContent
  counted: RecordContent | null
}

function readRow(row: typeof workRecord.$inferSelect): RecordRow {
  const kind = row.kind as WorkKindName
  const schema = recordSchema(kind)
  return {
    ...row,
    kind,
    status: row.status as RecordStatus,
    content: schema.parse(row.content),
    counted: row.counted === null ? null : schema.parse(row.counted),
  }
}

/** The records that exist for the actor; every reader joins it. The same as `seesRecord` says of one. */
function visible({ role, unit }: Actor): SQL | undefined {
  const handedIn = or(sql`${workRecord.status} not in ('draft', 'discarded')`, isNotNull(workRecord.counted))
  switch (reachOf(role, 'work.read')) {
    case 'unit':
      return eq(workRecord.unit, unit ?? '')
    case 'submitted':
      return role === 'auditor' ? or(isNull(workRecord.unit), handedIn) : handedIn
    case 'registered':
      return isNotNull(workRecord.counted)
    default:
      return sql`false`
  }
}

export async function insertRecords(
  tx: Tx,
  rows: readonly (Omit<typeof workRecord.$inferInsert, 'content'> & { content: RecordContent })[],
): Promise<void> {
  if (rows.length === 0) return
  await tx.insert(workRecord).values(rows.map((row) => ({ ...row, content: toWire(row.content) })))
}

/** The records within reach, in the order of their ids. */
export async function findRecords(tx: Tx, actor: Actor, ids: readonly string[]): Promise<RecordRow[]> {
  const rows = await tx
    .select()
    .from(workRecord)
    .where(and(inArray(workRecord.id, [...ids]), visible(actor)))
    .orderBy(asc(workRecord.id))
  return rows.map(readRow)
}

export async function findRecord(tx: Tx, actor: Actor, kind: WorkKindName, id: string) {
  const [row] = await tx
    .select()
    .from(workRecord)
    .where(and(eq(workRecord.id, id), eq(workRecord.kind, kind), visible(actor)))
  return row ? readRow(row) : null
}

/** Records of a register that stand for these identities, of one unit or of the centre; ended ones are none. */
export async function recordsWithIdentity(
  tx: Tx,
  kind: WorkKindName,
  unit: string | null,
  identities: readonly string[],
): Promise<RecordRow[]> {
  if (identities.length === 0) return []
  const rows = await tx
    .select()
    .from(workRecord)
    .where(
      and(
        eq(workRecord.kind, kind),
        unit === null ? isNull(workRecord.unit) : eq(workRecord.unit, unit),
        inArray(workRecord.identity, [...identities]),
        sql`${workRecord.status} not in ('withdrawn', 'discarded')`,
      ),
    )
  return rows.map(readRow)
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

const enterer = alias(account, 'enterer')
const editor = alias(account, 'editor')

/** A record as lists show it. */
export interface RecordLine
  extends Pick<RecordRow, 'id' | 'unit' | 'status' | 'content' | 'counted' | 'year'> {
  /** Names of who entered and last edited it, and who they are. */
  enteredBy: string
  editedBy: string
  people: { entered: string; edited: string }
  editedAt: Date
}

const escaped = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`

function matching(actor: Actor, kind: WorkKindName, query: RecordQuery, ids?: readonly string[]) {
  const { year, unit, status, words, codes } = query
  return and(
    eq(workRecord.kind, kind),
    visible(actor),
    ids && inArray(workRecord.id, ids.length > 0 ? [...ids] : ['00000000-0000-0000-0000-000000000000']),
    year === null ? undefined : eq(workRecord.year, year),
    unit === null ? undefined : unit === 'centre' ? isNull(workRecord.unit) : eq(workRecord.unit, unit),
    status === null ? sql`${workRecord.status} <> 'discarded'` : eq(workRecord.status, status),
    words === '' ? undefined : sql`${workRecord.content}::text ilike ${escaped(words)}`,
    ...Object.entries(codes).map(([field, code]) => sql`${workRecord.content} ->> ${field} = ${code}`),
  )
}

/** Records of a register within reach, those of the latest year and edited last first; `ids` are the only ones. */
export async function listRecords(
  tx: Tx,
  actor: Actor,
  kind: WorkKindName,
  query: RecordQuery,
  page: {
    limit: number
    offset: number
    ids?: readonly string[] | undefined
    /** Walks them in the order in which they were made, from the one after this on; '' from the first. */
    after?: string | undefined
  },
): Promise<{ lines: RecordLine[]; total: number }> {
  const { limit, offset, ids, after } = page
  const where = matching(actor, kind, query, ids)
  const rows = await tx
    .select({ row: workRecord, enteredBy: enterer.name, editedBy: editor.name })
    .from(workRecord)
    .innerJoin(enterer, eq(enterer.id, workRecord.enteredBy))
    .innerJoin(editor, eq(editor.id, workRecord.editedBy))
    .where(after ? and(where, gt(workRecord.id, after)) : where)
    .orderBy(
      ...(after === undefined ? [sql`${workRecord.year} desc nulls first`, desc(workRecord.editedAt)] : []),
      asc(workRecord.id),
    )
    .limit(limit)
    .offset(offset)
  const [counted] = await tx.select({ total: sql<number>`count(*)::integer` }).from(workRecord).where(where)
  return {
    lines: rows.map(({ row, enteredBy, editedBy }) => ({
      ...readRow(row),
      enteredBy,
      editedBy,
      people: { entered: row.enteredBy, edited: row.editedBy },
    })),
    total: counted?.total ?? 0,
  }
}

/** How many records of each register stand in each status, of one statistical year or of all. */
export async function countRecords(
  tx: Tx,
  actor: Actor,
): Promise<{ kind: WorkKindName; status: RecordStatus; year: number | null; count: number }[]> {
  const rows = await tx
    .select({
      kind: workRecord.kind,
      status: workRecord.status,
      year: workRecord.year,
      count: sql<number>`count(*)::integer`,
    })
    .from(workRecord)
    .where(visible(actor))
    .groupBy(workRecord.kind, workRecord.status, workRecord.year)
  return rows.map((row) => ({
    ...row,
    kind: row.kind as WorkKindName,
    status: row.status as RecordStatus,
  }))
}

/** A record's acts from the first, each with what it said. */
export async function readVersions(tx: Tx, kind: WorkKindName, record: string) {
  const rows = await tx
    .select({ version: workRecordVersion, by: account.name })
    .from(workRecordVersion)
    .innerJoin(account, eq(account.id, workRecordVersion.actor))
    .where(eq(workRecordVersion.record, record))
    .orderBy(asc(workRecordVersion.seq))
  const schema = recordSchema(kind)
  return rows.map(({ version, by }) => ({ ...version, by, content: schema.parse(version.content) }))
}

/** Names of who entered and last edited a record. */
export async function peopleOf(tx: Tx, row: Pick<RecordRow, 'enteredBy' | 'editedBy'>) {
  const rows = await tx
    .select({ id: account.id, name: account.name })
    .from(account)
    .where(inArray(account.id, [row.enteredBy, row.editedBy]))
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return { enteredBy: names.get(row.enteredBy) ?? '', editedBy: names.get(row.editedBy) ?? '' }
}

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
