import { and, desc, eq, like, type SQL, sql } from 'drizzle-orm'
import type { Actor } from '@/lib/domain/access/actor'
import { reachOf } from '@/lib/domain/access/permissions'
import { type StatementContent, statementSchema, type TypeSums } from '@/lib/domain/statement/statement'
import type { Tx } from '../client'
import { account, monthlyStatement, posting } from '../schema'
import { figuresOf } from '../statistics/reach'

/** Sums of each unit, month and type of a year, from the postings. */
export async function readMonthSums(
  tx: Tx,
  actor: Actor,
  year: number,
  unit: string | null,
): Promise<(TypeSums & { unit: string; month: string })[]> {
  const rows = await tx.execute<{
    unit: string
    month: string
    type: string
    contracts: string
    turnover: string
    technology: string
  }>(sql`
    select unit, month, type, sum(sign)::text as contracts, sum(sign * turnover)::text as turnover,
      sum(sign * technology)::text as technology
    from ${posting} where ${posting.year} = ${year} and ${figuresOf(actor, 'posting', unit)}
    group by unit, month, type`)
  return rows.map((row) => ({
    unit: row.unit,
    month: `${year}-${row.month}`,
    type: row.type,
    contracts: BigInt(row.contracts),
    turnover: BigInt(row.turnover),
    technology: BigInt(row.technology),
  }))
}

/** What was done in each month of a year, within the reach of figures. */
export const readMonthActs = (
  tx: Tx,
  year: number,
): Promise<{ unit: string; month: string; action: string; acts: number }[]> =>
  tx.execute<{ unit: string; month: string; action: string; acts: number }>(
    sql`select unit, month, action, acts from jishi_month_acts(${year})`,
  )

/** How the latest reconciliation of each unit and month stands. */
export const readMonthReconciliations = (
  tx: Tx,
  year: number,
): Promise<{ unit: string; month: string; id: string; differing: number; undecided: number }[]> =>
  tx.execute<{ unit: string; month: string; id: string; differing: number; undecided: number }>(
    sql`select unit, month, id, differing, undecided from jishi_month_reconciliations(${year})`,
  )

export interface Signature {
  unit: string
  month: string
  content: StatementContent
  hash: string
  signedBy: string
  signedAt: Date
}

const within = (actor: Actor, ...more: (SQL | undefined)[]): SQL => {
  const reach = reachOf(actor.role, 'statement.read')
  const bound =
    reach === null ? sql`false` : reach === 'unit' ? eq(monthlyStatement.unit, actor.unit ?? '') : undefined
  return and(bound, ...more) as SQL
}

/** The latest signature of each unit and month of a year. */
export async function readSignatures(
  tx: Tx,
  actor: Actor,
  year: number,
  unit: string | null,
): Promise<Signature[]> {
  const rows = await tx
    .selectDistinctOn([monthlyStatement.unit, monthlyStatement.month], {
      row: monthlyStatement,
      signedBy: account.name,
    })
    .from(monthlyStatement)
    .innerJoin(account, eq(account.id, monthlyStatement.signedBy))
    .where(
      within(
        actor,
        like(monthlyStatement.month, `${year}-%`),
        unit === null ? undefined : eq(monthlyStatement.unit, unit),
      ),
    )
    .orderBy(
      monthlyStatement.unit,
      monthlyStatement.month,
      desc(monthlyStatement.signedAt),
      desc(monthlyStatement.id),
    )
  return rows.map(({ row, signedBy }) => ({
    unit: row.unit,
    month: row.month,
    content: statementSchema.parse(row.content),
    hash: row.hash,
    signedBy,
    signedAt: row.signedAt,
  }))
}

export async function insertSignature(tx: Tx, values: typeof monthlyStatement.$inferInsert): Promise<void> {
  await tx.insert(monthlyStatement).values(values)
}
