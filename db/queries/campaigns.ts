import { and, asc, desc, eq, inArray, isNotNull, isNull, lte, type SQL, sql } from 'drizzle-orm'
import type { Answer, FindingAct, FindingStatus } from '@/lib/domain/audit/finding'
import { type Plan, planSchema } from '@/lib/domain/audit/plan'
import type { CampaignReport, CountedFinding, LookedAt } from '@/lib/domain/audit/report'
import type { Hit, Params } from '@/lib/domain/audit/rule'
import type { Candidate, SampleReason } from '@/lib/domain/audit/sample'
import type { Severity } from '@/lib/domain/contract/check'
import { sizeBandOf, topCode } from '@/lib/domain/contract/code-lists'
import type { RequestKind, RequestStatus } from '@/lib/domain/request/kinds'
import type { Tx } from '../client'
import {
  account,
  campaign,
  campaignContract,
  campaignReminder,
  contract,
  finding,
  findingAct,
  request,
} from '../schema'

export type CampaignRow = Omit<typeof campaign.$inferSelect, 'plan' | 'report'> & {
  plan: Plan
  report: CampaignReport | null
}

const readRow = ({ plan, report, ...row }: typeof campaign.$inferSelect): CampaignRow => ({
  ...row,
  plan: planSchema.parse(plan),
  report: report as CampaignReport | null,
})

/** The registered contracts of a scope as a sample is drawn from them. @param large least technology turnover, fen */
export async function readCandidates(
  tx: Tx,
  { year, units, types, large }: { year: number; units: string[]; types: string[]; large: bigint },
): Promise<Candidate[]> {
  const rows = await tx
    .select({
      id: contract.id,
      unit: contract.unit,
      subtype: contract.subtype,
      turnover: contract.turnover,
      technology: contract.technology,
      tax: contract.seeksBenefits,
      foreign: contract.isForeign,
    })
    .from(contract)
    .where(
      and(
        eq(contract.year, year),
        eq(contract.status, 'registered'),
        units.length > 0 ? inArray(contract.unit, units) : undefined,
        types.length > 0 ? inArray(sql`left(${contract.subtype}, 1)`, types) : undefined,
      ),
    )
    .orderBy(asc(contract.id))
  return rows.map(({ id, unit, subtype, turnover, technology, tax, foreign }) => ({
    id,
    unit,
    type: topCode('contractType', subtype ?? ''),
    band: sizeBandOf(turnover ?? 0n).code,
    large: (technology ?? 0n) >= large,
    tax: tax === true,
    foreign: foreign === true,
  }))
}

/** Rules whose warning an office explained when it submitted, by contract. */
export async function readExplained(tx: Tx, contracts: readonly string[]): Promise<Map<string, Set<string>>> {
  if (contracts.length === 0) return new Map()
  const rows = await tx
    .select({ id: contract.id, explanations: contract.explanations })
    .from(contract)
    .where(and(inArray(contract.id, [...contracts]), sql`${contract.explanations} <> '{}'`))
  return new Map(rows.map(({ id, explanations }) => [id, new Set(Object.keys(explanations as object))]))
}

export async function insertCampaign(tx: Tx, values: typeof campaign.$inferInsert): Promise<void> {
  await tx.insert(campaign).values(values)
}

const SLICE = 2000

export async function insertScope(tx: Tx, rows: (typeof campaignContract.$inferInsert)[]): Promise<void> {
  for (let at = 0; at < rows.length; at += SLICE) {
    await tx.insert(campaignContract).values(rows.slice(at, at + SLICE))
  }
}

export async function insertFindings(tx: Tx, rows: (typeof finding.$inferInsert)[]): Promise<void> {
  for (let at = 0; at < rows.length; at += SLICE) await tx.insert(finding).values(rows.slice(at, at + SLICE))
}

/** The campaign if any of it is the actor's to see. */
export async function findCampaign(tx: Tx, id: string): Promise<CampaignRow | null> {
  const [row] = await tx.select().from(campaign).where(eq(campaign.id, id))
  return row ? readRow(row) : null
}

/** Nothing in a campaign is answered, judged or closed by two at once. */
export async function lockCampaign(tx: Tx, id: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(7144, hashtext(${id}))`)
}

export async function closeCampaign(
  tx: Tx,
  id: string,
  change: { closedBy: string; closedAt: Date; report: CampaignReport },
): Promise<boolean> {
  const closed = await tx
    .update(campaign)
    .set(change)
    .where(and(eq(campaign.id, id), isNull(campaign.closedAt)))
    .returning({ id: campaign.id })
  return closed.length === 1
}

/** Campaigns within reach, the latest first. */
export async function listCampaigns(tx: Tx): Promise<CampaignRow[]> {
  return (await tx.select().from(campaign).orderBy(desc(campaign.openedAt))).map(readRow)
}

/** What the closed campaigns of a year came to, of those within reach; of a past moment, those closed by then. */
export async function readClosedReports(tx: Tx, year: number, asOf: Date | null): Promise<CampaignReport[]> {
  const rows = await tx
    .select({ report: campaign.report })
    .from(campaign)
    .where(
      and(
        eq(campaign.year, year),
        isNotNull(campaign.closedAt),
        asOf ? lte(campaign.closedAt, asOf) : undefined,
      ),
    )
    .orderBy(campaign.closedAt)
  return rows.map(({ report }) => report as CampaignReport)
}

/** The frozen scope, as far as the actor sees it. */
export async function readScope(tx: Tx, of: string): Promise<LookedAt[]> {
  const rows = await tx
    .select({
      contract: campaignContract.contract,
      unit: campaignContract.unit,
      sampled: campaignContract.sampled,
    })
    .from(campaignContract)
    .where(eq(campaignContract.campaign, of))
  return rows.map((row) => ({ ...row, sampled: row.sampled as SampleReason[] }))
}

/** Whether a contract lies in a campaign's scope, and whose it is. */
export async function scopeUnit(tx: Tx, of: string, id: string): Promise<string | null> {
  const [row] = await tx
    .select({ unit: campaignContract.unit })
    .from(campaignContract)
    .where(and(eq(campaignContract.campaign, of), eq(campaignContract.contract, id)))
  return row?.unit ?? null
}

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

export interface UnitProgress {
  unit: string
  open: number
  answered: number
  returned: number
  settled: number
  remindedAt: Date | null
}

/** How far each unit within reach has come. */
export async function readProgress(tx: Tx, of: string): Promise<UnitProgress[]> {
  const count = (status: FindingStatus) =>
    sql<number>`(count(*) filter (where ${finding.status} = ${status}))::integer`
  const rows = await tx
    .select({
      unit: finding.unit,
      open: count('open'),
      answered: count('answered'),
      returned: count('returned'),
      settled: count('settled'),
    })
    .from(finding)
    .where(eq(finding.campaign, of))
    .groupBy(finding.unit)
    .orderBy(asc(finding.unit))
  const reminded = await tx
    .select({ unit: campaignReminder.unit, at: sql<string>`max(${campaignReminder.at})` })
    .from(campaignReminder)
    .where(eq(campaignReminder.campaign, of))
    .groupBy(campaignReminder.unit)
  const last = new Map(reminded.map(({ unit, at }) => [unit, new Date(at)]))
  return rows.map((row) => ({ ...row, remindedAt: last.get(row.unit) ?? null }))
}

export async function insertReminders(tx: Tx, rows: (typeof campaignReminder.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await tx.insert(campaignReminder).values(rows)
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
  page?: { limit: number; offset: number },
): Promise<ListedFinding[]> {
  const query = tx
    .select({ finding, number: contract.number, name: contract.name })
    .from(finding)
    .leftJoin(contract, eq(contract.id, finding.contract))
    .where(matching(of, filter))
    .orderBy(asc(finding.unit), asc(contract.number), asc(finding.rule), asc(finding.id))
  const rows = await (page ? query.limit(page.limit).offset(page.offset) : query)
  return rows.map(({ finding: row, ...rest }) => ({ ...readFinding(row), ...rest }))
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
): Promise<{ campaign: string; year: number; dueOn: string; count: number; remindedAt: Date | null }[]> {
  const rows = await tx
    .select({
      campaign: campaign.id,
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

/** Of each rule over all campaigns: findings settled, and errors among them. */
export async function readYields(
  tx: Tx,
): Promise<{ campaign: string; rule: string; settled: number; confirmed: number }[]> {
  return tx
    .select({
      campaign: finding.campaign,
      rule: finding.rule,
      settled: sql<number>`count(*)::integer`,
      confirmed: sql<number>`(count(*) filter (where ${finding.outcome} <> 'no-error'))::integer`,
    })
    .from(finding)
    .where(eq(finding.status, 'settled'))
    .groupBy(finding.campaign, finding.rule)
}
