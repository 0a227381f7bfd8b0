import 'server-only'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import {
  type CampaignRow,
  findCampaign,
  listCampaigns,
  readProgress,
  readScope,
  type UnitProgress,
} from '@/db/queries/campaigns'
import { nameOf } from '@/db/queries/decision'
import {
  countFindings,
  type FindingFilter,
  type FollowingRequest,
  type ListedFinding,
  listFindings,
  openAnswers,
  readActs,
  readCounted,
  readYields,
  requestsSince,
  type ToldAct,
} from '@/db/queries/findings'
import type { Actor } from '@/lib/domain/access/actor'
import { deadline, type StandingReason } from '@/lib/domain/approval/order'
import { withoutOthersNumbers } from '@/lib/domain/audit/others-numbers'
import { type CampaignReport, reportOf } from '@/lib/domain/audit/report'
import type { Words } from '@/lib/domain/words'
import type { OpenAnswers } from '@/lib/domain/work/open-answers'
import { deskClock } from '../approvals/desk-clock'
import { reading } from '../reader'
import { requestFor } from './act'

export interface CampaignLine {
  campaign: CampaignRow
  /** Where the deadline stands in working days. */
  deadline: StandingReason
  progress: UnitProgress[]
  /** What it came to, once closed; of an office, its own part. */
  sentence: Words | null
}

/** Campaigns within reach with how far they have come. @throws {Problem} forbidden */
export const readCampaigns = (actor: Actor): Promise<CampaignLine[]> =>
  reading(actor, 'campaign.read', async (tx) => {
    const { clock, calendar } = await deskClock(tx)
    const lines: CampaignLine[] = []
    for (const campaign of await listCampaigns(tx)) {
      lines.push({
        campaign,
        deadline: deadline(campaign.dueOn, clock.today, calendar),
        progress: await readProgress(tx, campaign.id),
        sentence: campaign.closedAt ? (await reportWithin(tx, actor, campaign)).sentence : null,
      })
    }
    return lines
  })

export interface CampaignView {
  campaign: CampaignRow
  /** Name of who opened it. */
  openedBy: string
  /** Where the deadline stands in working days. */
  deadline: StandingReason
  progress: UnitProgress[]
  /** Frozen once closed; of an office, its own part. */
  report: CampaignReport
}

/** A campaign as far as the actor sees it; null where they see nothing of it. @throws {Problem} forbidden */
export const readCampaign = (actor: Actor, id: string): Promise<CampaignView | null> =>
  reading(actor, 'campaign.read', async (tx) => {
    const campaign = z.uuid().safeParse(id).success ? await findCampaign(tx, id) : null
    if (!campaign) return null
    const { clock, calendar } = await deskClock(tx)
    return {
      campaign,
      openedBy: await nameOf(tx, campaign.openedBy),
      deadline: deadline(campaign.dueOn, clock.today, calendar),
      progress: await readProgress(tx, id),
      report: await reportWithin(tx, actor, campaign),
    }
  })

/** The frozen report for who sees the whole; else it is counted, and an office counts its own. */
async function reportWithin(tx: Tx, { role }: Actor, { id, report }: CampaignRow): Promise<CampaignReport> {
  const whole = role === 'registrar' ? null : report
  return whole ?? reportOf(await readScope(tx, id), await readCounted(tx, id))
}

/** A finding with what was said of it and the request that followed. */
export interface ToldFinding extends ListedFinding {
  acts: ToldAct[]
  following: FollowingRequest | null
}

export const findingsPerPage = 50

/** Findings of a campaign within reach, page by page. @param page from 1 @throws {Problem} forbidden */
export const readFindings = (
  actor: Actor,
  campaign: string,
  filter: FindingFilter,
  page = 1,
  after?: string,
): Promise<{ findings: ToldFinding[]; count: number }> =>
  reading(actor, 'campaign.read', async (tx) => {
    const found = await findCampaign(tx, campaign)
    if (!found) return { findings: [], count: 0 }
    const limits = { limit: findingsPerPage, offset: (page - 1) * findingsPerPage, after }
    return {
      findings: await told(tx, actor, found, await listFindings(tx, campaign, filter, limits)),
      count: await countFindings(tx, campaign, filter),
    }
  })

/** All of them at once, for files. @throws {Problem} forbidden */
export const readAllFindings = (actor: Actor, campaign: string): Promise<ToldFinding[]> =>
  reading(actor, 'campaign.read', async (tx) => {
    const found = await findCampaign(tx, campaign)
    return found ? told(tx, actor, found, await listFindings(tx, campaign, {})) : []
  })

async function told(
  tx: Tx,
  actor: Actor,
  campaign: CampaignRow,
  listed: ListedFinding[],
): Promise<ToldFinding[]> {
  const acts = await readActs(
    tx,
    listed.map(({ id }) => id),
  )
  const contracts = listed.flatMap(({ contract }) => contract ?? [])
  const following = await requestsSince(tx, contracts, campaign.openedAt)
  return listed.map((one) => ({
    ...one,
    ...(actor.unit !== null && { params: withoutOthersNumbers(one.params, actor.unit) }),
    acts: acts.filter(({ finding }) => finding === one.id),
    following: one.answer ? requestFor(one, one.outcome ?? one.answer, following) : null,
  }))
}

/** What the actor's office still has to answer, by campaign. @throws {Problem} forbidden */
export const readOpenAnswers = (actor: Actor): Promise<OpenAnswers[]> =>
  reading(actor, 'audit.answer', async (tx) => {
    const { clock, calendar } = await deskClock(tx)
    return (await openAnswers(tx)).map((one) => ({
      ...one,
      deadline: deadline(one.dueOn, clock.today, calendar),
    }))
  })

/** How often a rule was right: settled findings and errors among them, by campaign. @throws {Problem} forbidden */
export const readRuleYields = (actor: Actor, rule: string) =>
  reading(actor, 'audit.read', (tx) => readYields(tx, rule))
