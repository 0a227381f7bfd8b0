import { and, asc, count, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Actor } from '@/lib/domain/access/actor'
import { may } from '@/lib/domain/access/permissions'
import type { Tx } from '../client'
import { account, reportComment } from '../schema'
import type { ReportKey } from './report-manuscripts'

/** What somebody said about a block of a report. */
export interface Comment {
  id: string
  block: string
  text: string
  /** Account and name of who said it. */
  author: string
  by: string
  at: Date
  resolvedBy: string | null
  resolvedAt: Date | null
}

function within(actor: Actor, { year, unit }: ReportKey): SQL | undefined {
  if (!may(actor.role, 'report.comment')) return sql`false`
  return and(
    eq(reportComment.year, year),
    unit === null ? isNull(reportComment.unit) : eq(reportComment.unit, unit),
  )
}

/** Every comment on a report, the oldest first; those that are resolved too. */
export function readComments(tx: Tx, actor: Actor, report: ReportKey): Promise<Comment[]> {
  const resolver = alias(account, 'resolver')
  return tx
    .select({
      id: reportComment.id,
      block: reportComment.block,
      text: reportComment.text,
      author: reportComment.by,
      by: account.name,
      at: reportComment.at,
      resolvedBy: resolver.name,
      resolvedAt: reportComment.resolvedAt,
    })
    .from(reportComment)
    .innerJoin(account, eq(account.id, reportComment.by))
    .leftJoin(resolver, eq(resolver.id, reportComment.resolvedBy))
    .where(within(actor, report))
    .orderBy(asc(reportComment.at), asc(reportComment.id))
}

export async function countComments(tx: Tx, actor: Actor, report: ReportKey): Promise<number> {
  const [row] = await tx.select({ count: count() }).from(reportComment).where(within(actor, report))
  return row?.count ?? 0
}

export async function insertComment(
  tx: Tx,
  report: ReportKey,
  comment: { id: string; block: string; text: string; by: string; at: Date },
): Promise<void> {
  await tx.insert(reportComment).values({ ...report, ...comment })
}

/** An open comment that the actor may resolve: staff any, a leader their own. */
function resolvable(actor: Actor, id: string): SQL | undefined {
  if (!may(actor.role, 'report.comment')) return sql`false`
  return and(
    eq(reportComment.id, id),
    may(actor.role, 'report.edit') ? undefined : eq(reportComment.by, actor.id),
  )
}

export async function findResolvable(
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<(ReportKey & { block: string; resolvedBy: string | null; resolvedAt: Date | null }) | null> {
  const [row] = await tx
    .select({
      year: reportComment.year,
      unit: reportComment.unit,
      block: reportComment.block,
      resolvedBy: account.name,
      resolvedAt: reportComment.resolvedAt,
    })
    .from(reportComment)
    .leftJoin(account, eq(account.id, reportComment.resolvedBy))
    .where(resolvable(actor, id))
  return row ?? null
}

/** False where somebody else resolved it first. */
export async function resolveComment(tx: Tx, actor: Actor, id: string, at: Date): Promise<boolean> {
  const rows = await tx
    .update(reportComment)
    .set({ resolvedBy: actor.id, resolvedAt: at })
    .where(and(resolvable(actor, id), isNull(reportComment.resolvedAt)))
    .returning({ id: reportComment.id })
  return rows.length > 0
}
