import { and, asc, desc, eq, gt, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import type { Answer, FindingAct, FindingStatus } from '@/lib/domain/audit/finding'
import type { CountedFinding } from '@/lib/domain/audit/report'
import type { Hit, Params } from '@/lib/domain/audit/rule'
import type { SampleReason } from '@/lib/domain/audit/sample'
import type { Severity } from '@/lib/domain/contract/check'
import type { RequestKind, RequestStatus } from '@/lib/domain/request/kinds'
import type { Tx } from '../client'
import { account, campaign, campaignContract, contract, finding, findingAct, request } from '../schema'

const SLICE = 2000

export async function insertFindings(tx: Tx, rows: (typeof finding.$inferInsert)[]): Promise<void> {
  for (let at = 0; at < rows.length; at += SLICE) await tx.insert(finding).values(rows.slice(at, at + SLICE))
}

/** Every finding as the report counts it. */
export async function readCounted(tx: Tx, of: string): Promise<CountedFinding[]> {
  const rows = await tx
    .select({
      rule: finding.rule,
      unit: finding.unit,
      contract: finding.contract,
      outcome: finding.outcome,
    })
    .from(finding)
    .where(eq(finding.campaign, of))
  return rows.map((row) => ({ ...row, outcome: row.outcome as Answer | null }))
}

export interface FindingRow {
  id: string
  campaign: string
  rule: string
  severity: Severity
  contract: string | null
  unit: string
  path: string | null
  params: Params
  status: FindingStatus
  answer: Answer | null
  explanation: string | null
  outcome: Answer | null
  request: string | null
}

const readFinding = (row: typeof finding.$inferSelect): FindingRow => ({
  ...row,
  severity: row.severity as Severity,
  params: row.params as Hit['params'],
  status: row.status as FindingStatus,
  answer: row.answer as Answer | null,
  outcome: row.outcome as Answer | null,
})

/** The findings of these ids within reach. */
export async function findFindings(tx: Tx, of: string, ids: readonly string[]): Promise<FindingRow[]> {
  const rows = await tx
    .select()
    .from(finding)
    .where(and(eq(finding.campaign, of), inArray(finding.id, [...ids])))
  return rows.map(readFinding)
}

export interface FindingFilter {
  unit?: string | undefined
  status?: FindingStatus | undefined
  rule?: string | undefined
}

/** A finding as lists show it, with the contract it is about. */
export interface ListedFinding extends FindingRow {
  number: string | null
  name: string | null
  /** Why its contract is in the sample. */
  sampled: SampleReason[]
}

const matching = (of: string, { unit, status, rule }: FindingFilter): SQL | undefined =>
  and(
    eq(finding.campaign, of),
    unit === undefined ? undefined : eq(finding.unit, unit),
    status === undefined ? undefined : eq(finding.status, status),
    rule === undefined ? undefined : eq(finding.rule, rule),
  )

/** Findings within reach by unit, contract and rule. */
export async function listFindings(
  tx: Tx,
  of: string,
  filter: FindingFilter,
  page?: {
    limit: number
    offset: number
    /** Walks them in the order in which they were made, from the one after this on; '' from the first. */
    after?: string | undefined
  },
): Promise<ListedFinding[]> {
  const query = tx
    .select({ finding, number: contract.number, name: contract.name, sampled: campaignContract.sampled })
    .from(finding)
    .leftJoin(contract, eq(contract.id, finding.contract))
    .leftJoin(
      campaignContract,
      and(eq(campaignContract.campaign, finding.campaign), eq(campaignContract.contract, finding.contract)),
    )
    .where(and(matching(of, filter), page?.after ? gt(finding.id, page.after) : undefined))
    .orderBy(
      ...(page?.after === undefined ? [asc(finding.unit), asc(contract.number), asc(finding.rule)] : []),
      asc(finding.id),
    )
  const rows = await (page ? query.limit(page.limit).offset(page.offset) : query)
  return rows.map(({ finding: row, sampled, ...rest }) => ({
    ...readFinding(row),
    ...rest,
    sampled: (sampled ?? []) as SampleReason[],
  }))
}

export async function countFindings(tx: Tx, of: string, filter: FindingFilter): Promise<number> {
  const [row] = await tx
    .select({ count: sql<number>`count(*)::integer` })
    .from(finding)
    .where(matching(of, filter))
  return row?.count ?? 0
}

/** Writes what findings became; false when one of them was no longer as it was seen. */
export async function changeFindings(
  tx: Tx,
  ids: readonly string[],
  change: Partial<typeof finding.$inferInsert>,
): Promise<boolean> {
  const changed = await tx
    .update(finding)
    .set(change)
    .where(inArray(finding.id, [...ids]))
    .returning({ id: finding.id })
  return changed.length === ids.length
}

export async function insertActs(
  tx: Tx,
  rows: { finding: string; act: FindingAct; by: string; result: Answer | null; text: string }[],
): Promise<void> {
  await tx.insert(findingAct).values(rows)
}

export interface ToldAct {
  finding: string
  act: FindingAct
  by: string
  at: Date
  result: Answer | null
  text: string
}

/** What was said of findings, in the order it was. */
export async function readActs(tx: Tx, findings: readonly string[]): Promise<ToldAct[]> {
  if (findings.length === 0) return []
  const rows = await tx
    .select({
      finding: findingAct.finding,
      act: findingAct.act,
      by: account.name,
      at: findingAct.at,
      result: findingAct.result,
      text: findingAct.text,
    })
    .from(findingAct)
    .innerJoin(account, eq(account.id, findingAct.by))
    .where(inArray(findingAct.finding, [...findings]))
    .orderBy(asc(findingAct.id))
  return rows.map((row) => ({ ...row, act: row.act as FindingAct, result: row.result as Answer | null }))
}

export interface FollowingRequest {
  id: string
  number: string
  contract: string
  kind: RequestKind
  status: RequestStatus
}

/** Requests on contracts that were made, or decided, since a moment; the latest first. */
export async function requestsSince(
  tx: Tx,
  contracts: readonly string[],
  since: Date,
): Promise<FollowingRequest[]> {
  if (contracts.length === 0) return []
  const rows = await tx
    .select({
      id: request.id,
      number: request.number,
      contract: request.contract,
      kind: request.kind,
      status: request.status,
    })
    .from(request)
    .where(
      and(
        inArray(request.contract, [...contracts]),
        sql`coalesce(${request.decidedAt}, ${request.askedAt}) >= ${since.toISOString()}::timestamptz`,
      ),
    )
    .orderBy(desc(request.askedAt))
  return rows.map((row) => ({
    ...row,
    kind: row.kind as RequestKind,
    status: row.status as RequestStatus,
  }))
}

/** What is left to answer for the actor in campaigns that run: how many, and by when. */
export async function openAnswers(
  tx: Tx,
): Promise<
  { campaign: string; number: string; year: number; dueOn: string; count: number; remindedAt: Date | null }[]
> {
  const rows = await tx
    .select({
      campaign: campaign.id,
      number: campaign.number,
      year: campaign.year,
      dueOn: campaign.dueOn,
      count: sql<number>`count(*)::integer`,
      remindedAt: sql<string | null>`(
        select max(r.at) from campaign_reminder r where r.campaign = ${campaign.id})`,
    })
    .from(campaign)
    .innerJoin(finding, eq(finding.campaign, campaign.id))
    .where(and(isNull(campaign.closedAt), inArray(finding.status, ['open', 'returned'])))
    .groupBy(campaign.id)
    .orderBy(asc(campaign.dueOn))
  return rows.map(({ remindedAt, ...row }) => ({
    ...row,
    remindedAt: remindedAt === null ? null : new Date(remindedAt),
  }))
}

/** Of a rule in each campaign: findings settled, and errors among them; the latest campaign first. */
export async function readYields(
  tx: Tx,
  rule: string,
): Promise<{ campaign: string; number: string; year: number; settled: number; confirmed: number }[]> {
  return tx
    .select({
      campaign: finding.campaign,
      number: campaign.number,
      year: campaign.year,
      settled: sql<number>`count(*)::integer`,
      confirmed: sql<number>`(count(*) filter (where ${finding.outcome} <> 'no-error'))::integer`,
    })
    .from(finding)
    .innerJoin(campaign, eq(campaign.id, finding.campaign))
    .where(and(eq(finding.status, 'settled'), eq(finding.rule, rule)))
    .groupBy(campaign.id, finding.campaign)
    .orderBy(desc(campaign.openedAt))
}
