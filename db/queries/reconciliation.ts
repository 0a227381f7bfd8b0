import { and, asc, desc, eq, gt, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import type { Actor } from '@/lib/domain/access/actor'
import { contentSchema } from '@/lib/domain/contract/content'
import { onRegister, type Status } from '@/lib/domain/contract/lifecycle'
import type { Cell } from '@/lib/domain/import/cell'
import type { Compared, Ours, Outcome } from '@/lib/domain/reconcile/compare'
import type { Decision } from '@/lib/domain/reconcile/decision'
import type { Tx } from '../client'
import { ordered } from '../conditions'
import {
  account,
  contract,
  reconciliation,
  reconciliationDecision,
  reconciliationFinding,
  reconciliationLine,
} from '../schema'
import { visibleAnd } from '../visibility'

export type ReconciliationRow = Omit<typeof reconciliation.$inferSelect, 'status'> & {
  status: 'mapping' | 'compared'
}

/** Reconciliations that exist for the actor: an office's own; for the centre its own and every office's. */
const visible = (actor: Actor, ...more: (SQL | undefined)[]): SQL =>
  and(
    actor.role === 'registrar'
      ? eq(reconciliation.unit, actor.unit ?? '')
      : ['approver', 'auditor'].includes(actor.role)
        ? undefined
        : sql`false`,
    ...more,
  ) as SQL

export const insertReconciliation = async (
  tx: Tx,
  values: typeof reconciliation.$inferInsert,
): Promise<void> => {
  await tx.insert(reconciliation).values(values)
}

export async function findReconciliation(
  tx: Tx,
  actor: Actor,
  id: string,
  { lock = false } = {},
): Promise<ReconciliationRow | null> {
  const query = tx
    .select()
    .from(reconciliation)
    .where(visible(actor, eq(reconciliation.id, id)))
  const [row] = await (lock ? query.for('update') : query)
  return row ? (row as ReconciliationRow) : null
}

/** False where somebody else has changed it. */
export async function changeReconciliation(
  tx: Tx,
  actor: Actor,
  id: string,
  change: Partial<typeof reconciliation.$inferInsert>,
): Promise<boolean> {
  const changed = await tx
    .update(reconciliation)
    .set(change)
    .where(visible(actor, eq(reconciliation.id, id)))
    .returning({ id: reconciliation.id })
  return changed.length === 1
}

/** The latest file of a period and scope, by which older ones are out of force. */
export async function latestOf(
  tx: Tx,
  actor: Actor,
  { unit, period }: Pick<ReconciliationRow, 'unit' | 'period'>,
): Promise<string | null> {
  const [row] = await tx
    .select({ id: reconciliation.id })
    .from(reconciliation)
    .where(visible(actor, ofScope(reconciliation, { unit, period })))
    .orderBy(desc(reconciliation.uploadedAt), desc(reconciliation.id))
    .limit(1)
  return row?.id ?? null
}

const ofScope = (
  table: Pick<typeof reconciliation | typeof reconciliationDecision, 'unit' | 'period'>,
  { unit, period }: { unit: string | null; period: string },
): SQL => and(eq(table.period, period), unit === null ? isNull(table.unit) : eq(table.unit, unit)) as SQL

export async function insertLines(
  tx: Tx,
  id: string,
  sheet: number,
  rows: readonly { number: number; cells: readonly Cell[] }[],
): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insert(reconciliationLine)
    .values(rows.map(({ number, cells }) => ({ reconciliation: id, sheet, row: number, cells })))
}

/** Rows of a sheet behind one, in their order. */
export async function readLines(
  tx: Tx,
  id: string,
  { sheet, after, most }: { sheet: number; after: number; most?: number },
): Promise<{ number: number; cells: Cell[] }[]> {
  const query = tx
    .select({ number: reconciliationLine.row, cells: reconciliationLine.cells })
    .from(reconciliationLine)
    .where(
      and(
        eq(reconciliationLine.reconciliation, id),
        eq(reconciliationLine.sheet, sheet),
        gt(reconciliationLine.row, after),
      ),
    )
    .orderBy(asc(reconciliationLine.row))
  return (await (most === undefined ? query : query.limit(most))) as { number: number; cells: Cell[] }[]
}

/** The sheets whose rows were kept. */
export async function readSheets(tx: Tx, id: string): Promise<number[]> {
  const rows = await tx
    .selectDistinct({ sheet: reconciliationLine.sheet })
    .from(reconciliationLine)
    .where(eq(reconciliationLine.reconciliation, id))
    .orderBy(asc(reconciliationLine.sheet))
  return rows.map(({ sheet }) => sheet)
}

/** Forgets what a file said; only of one that stands uncompared. */
export async function dropLines(tx: Tx, id: string): Promise<void> {
  await tx.delete(reconciliationLine).where(eq(reconciliationLine.reconciliation, id))
}

/** Contracts within reach that were registered in a period or carry one of the numbers. */
export async function readOurs(
  tx: Tx,
  actor: Actor,
  { unit, from, to, numbers }: { unit: string | null; from: string; to: string; numbers: readonly string[] },
): Promise<Ours[]> {
  const columns = {
    id: contract.id,
    unit: contract.unit,
    number: contract.number,
    registeredOn: contract.registeredOn,
    status: contract.status,
    content: contract.content,
  }
  const among = and(
    inArray(contract.status, [...onRegister]),
    unit === null ? undefined : eq(contract.unit, unit),
  )
  const read = (row: {
    id: string
    unit: string
    number: string | null
    registeredOn: string | null
    status: string
    content: unknown
  }): Ours => ({
    ...row,
    status: row.status as Status,
    content: contentSchema.parse(row.content),
    within: row.registeredOn !== null && row.registeredOn >= from && row.registeredOn <= to,
  })
  const within = await tx
    .select(columns)
    .from(contract)
    .where(visibleAnd(actor, among, sql`${ordered.registeredOn} between ${from}::date and ${to}::date`))
    .orderBy(asc(contract.registeredOn), asc(contract.number), asc(contract.id))
  const known = new Set(within.map(({ number }) => number))
  const others = numbers.filter((number) => !known.has(number))
  const met: typeof within = []
  for (let at = 0; at < others.length; at += 1000) {
    met.push(
      ...(await tx
        .select(columns)
        .from(contract)
        .where(visibleAnd(actor, among, inArray(contract.number, others.slice(at, at + 1000))))),
    )
  }
  return [...within, ...met].map(read)
}

/** A finding at its place, and what a decision on it holds for. */
export interface KeptFinding extends Compared {
  seq: number
  fingerprint: string
}

export async function replaceFindings(tx: Tx, id: string, found: readonly KeptFinding[]): Promise<void> {
  await tx.delete(reconciliationFinding).where(eq(reconciliationFinding.reconciliation, id))
  for (let at = 0; at < found.length; at += 500) {
    await tx
      .insert(reconciliationFinding)
      .values(found.slice(at, at + 500).map((one) => ({ ...one, reconciliation: id })))
  }
}

export interface TakenDecision {
  decision: Decision
  text: string
  by: string
  at: Date
}

export type DecidedFinding = KeptFinding & { decided: TakenDecision | null }

/** Of a finding, the latest decision in its period and scope about exactly this. */
const decided = sql`lateral (
  select d.decision, d.text, d.at, a.name as by
  from ${reconciliationDecision} d join ${account} a on a.id = d.by
  where d.period = r.period and d.unit is not distinct from r.unit and d.fingerprint = f.fingerprint
  order by d.at desc, d.id desc limit 1) d on true`

interface FindingPage {
  outcomes: readonly Outcome[]
  open: boolean
  limit: number
  offset: number
}

type FoundRow = {
  [K in Exclude<keyof KeptFinding, 'seq'>]: KeptFinding[K]
} & {
  seq: number
  decision: Decision | null
  text: string | null
  at: Date | string | null
  by: string | null
}

/** Findings in the order of the file, those without a row behind them. */
export async function listFindings(
  tx: Tx,
  id: string,
  { outcomes, open, limit, offset }: FindingPage,
): Promise<DecidedFinding[]> {
  const rows = await tx.execute<FoundRow>(sql`
    select f.seq, f.outcome, f.row, f.contract, f.unit, f.number, f.title, f.differences, f.issues, f.fingerprint,
      d.decision, d.text, d.at, d.by
    from ${reconciliationFinding} f join ${reconciliation} r on r.id = f.reconciliation left join ${decided}
    where f.reconciliation = ${id} and f.outcome in ${[...outcomes]} ${open ? sql`and d.decision is null` : sql``}
    order by f.seq limit ${limit} offset ${offset}`)
  return rows.map(({ decision, text, at, by, ...kept }) => ({
    ...kept,
    decided:
      decision === null || at === null
        ? null
        : { decision, text: text ?? '', by: by ?? '', at: new Date(at) },
  }))
}

/** How many findings of each outcome there are in some reconciliations, and how many nobody has decided. */
export async function countFindings(
  tx: Tx,
  ids: readonly string[],
): Promise<{ reconciliation: string; outcome: Outcome; count: number; undecided: number }[]> {
  if (ids.length === 0) return []
  return [
    ...(await tx.execute<{ reconciliation: string; outcome: Outcome; count: number; undecided: number }>(sql`
    select f.reconciliation, f.outcome, count(*)::integer as count,
      (count(*) filter (where not exists (select from ${reconciliationDecision} d
        where d.period = r.period and d.unit is not distinct from r.unit and d.fingerprint = f.fingerprint)))::integer
        as undecided
    from ${reconciliationFinding} f join ${reconciliation} r on r.id = f.reconciliation
    where f.reconciliation in ${[...ids]} group by 1, 2`)),
  ]
}

/** Findings by their places. */
export async function findFindings(tx: Tx, id: string, places: readonly number[]): Promise<KeptFinding[]> {
  const rows = await tx
    .select()
    .from(reconciliationFinding)
    .where(and(eq(reconciliationFinding.reconciliation, id), inArray(reconciliationFinding.seq, [...places])))
  return rows as unknown as KeptFinding[]
}

export async function insertDecisions(
  tx: Tx,
  rows: readonly (typeof reconciliationDecision.$inferInsert)[],
): Promise<void> {
  await tx.insert(reconciliationDecision).values([...rows])
}

export type ListedReconciliation = ReconciliationRow & { uploader: string; inForce: boolean }

/** Files within reach, the latest first; the latest of each period and scope is in force. */
export async function listReconciliations(
  tx: Tx,
  actor: Actor,
  { limit, offset }: { limit: number; offset: number },
): Promise<ListedReconciliation[]> {
  const rows = await tx
    .select({
      row: reconciliation,
      uploader: account.name,
      inForce: sql<boolean>`not exists (select from reconciliation newer
        where newer.period = ${reconciliation.period} and newer.unit is not distinct from ${reconciliation.unit}
          and (newer.uploaded_at, newer.id) > (${reconciliation.uploadedAt}, ${reconciliation.id}))`,
    })
    .from(reconciliation)
    .innerJoin(account, eq(account.id, reconciliation.uploadedBy))
    .where(visible(actor))
    .orderBy(desc(reconciliation.uploadedAt), desc(reconciliation.id))
    .limit(limit)
    .offset(offset)
  return rows.map(({ row, ...more }) => ({ ...(row as ReconciliationRow), ...more }))
}
