import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Actor } from '@/lib/domain/access/actor'
import { reachOf } from '@/lib/domain/access/permissions'
import type { WorkKindName } from '@/lib/domain/work-records/kinds'
import type { RecordStatus } from '@/lib/domain/work-records/lifecycle'
import type { RecordQuery } from '@/lib/domain/work-records/list-query'
import { type RecordContent, recordSchema } from '@/lib/domain/work-records/record'
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
