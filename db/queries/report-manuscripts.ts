import { and, desc, eq, isNull, lte, not, type SQL, sql } from 'drizzle-orm'
import type { Actor } from '@/lib/domain/access/actor'
import { reachOf } from '@/lib/domain/access/permissions'
import type { Manuscript } from '@/lib/domain/report/manuscript/model'
import { SITTING_MINUTES } from '@/lib/domain/report/manuscript/sitting'
import type { Tx } from '../client'
import { hold } from '../locks'
import { account, reportManuscript } from '../schema'

/** Whose report of which year; `unit` null for the whole Corps. */
export interface ReportKey {
  year: number
  unit: string | null
}

/** One saving of a report's manuscript. */
export interface Revision {
  revision: number
  content: Manuscript
  by: string
  /** The account of that name. */
  account: string
  at: Date
}

/** Keeps two savings of a report from passing each other; ends with the transaction. */
export async function holdReport(tx: Tx, { year, unit }: ReportKey): Promise<void> {
  await hold(tx, 'manuscript', `${year}/${unit ?? ''}`)
}

/** Whoever reads a report reads its manuscript: an office that of its own report alone. */
function within(actor: Actor, { year, unit }: ReportKey): SQL | undefined {
  const reach = reachOf(actor.role, 'statistics.read')
  if (reach === null || (reach === 'unit' && unit !== actor.unit)) return sql`false`
  return and(
    eq(reportManuscript.year, year),
    unit === null ? isNull(reportManuscript.unit) : eq(reportManuscript.unit, unit),
  )
}

/** The same person went on within the sitting. */
const wentOn = sql`exists (
  select from report_manuscript later
  where later.year = ${reportManuscript.year} and coalesce(later.unit, '') = coalesce(${reportManuscript.unit}, '')
    and later.revision = ${reportManuscript.revision} + 1 and later.by = ${reportManuscript.by}
    and later.at <= ${reportManuscript.at} + make_interval(mins => ${SITTING_MINUTES}))`

/** The latest revisions, the newest first, up to a moment where one is given; of `sittings` only what each ended with. */
export async function readRevisions(
  tx: Tx,
  actor: Actor,
  report: ReportKey,
  { most, asOf = null, sittings = false }: { most: number; asOf?: Date | null; sittings?: boolean },
): Promise<Revision[]> {
  const rows = await tx
    .select({
      revision: reportManuscript.revision,
      content: reportManuscript.content,
      by: account.name,
      account: account.id,
      at: reportManuscript.at,
    })
    .from(reportManuscript)
    .innerJoin(account, eq(account.id, reportManuscript.by))
    .where(
      and(
        within(actor, report),
        asOf ? lte(reportManuscript.at, asOf) : undefined,
        sittings ? not(wentOn) : undefined,
      ),
    )
    .orderBy(desc(reportManuscript.revision))
    .limit(most)
  return rows.map((row) => ({ ...row, content: row.content as Manuscript }))
}

/** Appends a revision; its moment, or null where somebody else's bears its number already. */
export async function insertRevision(
  tx: Tx,
  report: ReportKey,
  written: { id: string; revision: number; content: Manuscript; by: string },
): Promise<Date | null> {
  const [row] = await tx
    .insert(reportManuscript)
    .values({ ...report, ...written })
    .onConflictDoNothing()
    .returning({ at: reportManuscript.at })
  return row?.at ?? null
}
