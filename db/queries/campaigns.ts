import { and, asc, desc, eq, inArray, isNotNull, isNull, lte, or, sql } from 'drizzle-orm'
import type { FindingStatus } from '@/lib/domain/audit/finding'
import { type Plan, planSchema } from '@/lib/domain/audit/plan'
import type { CampaignReport, LookedAt } from '@/lib/domain/audit/report'
import type { Candidate, SampleReason } from '@/lib/domain/audit/sample'
import { sizeBandOf, topCode } from '@/lib/domain/contract/code-lists'
import type { Tx } from '../client'
import { hold } from '../locks'
import { campaign, campaignContract, campaignReminder, contract, finding } from '../schema'

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

/** The campaign if any of it is the actor's to see. */
export async function findCampaign(tx: Tx, id: string): Promise<CampaignRow | null> {
  const [row] = await tx.select().from(campaign).where(eq(campaign.id, id))
  return row ? readRow(row) : null
}

/** Nothing in a campaign is answered, judged or closed by two at once. */
export async function lockCampaign(tx: Tx, id: string): Promise<void> {
  await hold(tx, 'campaign', id)
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

/** The contract of a campaign's scope with this registration number or local number. */
export async function findInScope(tx: Tx, of: string, number: string): Promise<string | null> {
  const [row] = await tx
    .select({ id: contract.id })
    .from(campaignContract)
    .innerJoin(contract, eq(contract.id, campaignContract.contract))
    .where(
      and(
        eq(campaignContract.campaign, of),
        or(eq(contract.number, number), eq(contract.localNumber, number)),
      ),
    )
  return row?.id ?? null
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
