import 'server-only'
import { type CampaignRow, findCampaign, lockCampaign } from '@/db/queries/campaigns'
import {
  changeFindings,
  type FindingRow,
  type FollowingRequest,
  findFindings,
  insertActs,
  requestsSince,
} from '@/db/queries/findings'
import { recordTrail } from '@/db/trail'
import { type Answer, answers, decideFinding, type FindingAct } from '@/lib/domain/audit/finding'
import { Problem } from '@/lib/domain/problems'
import type { Work } from '../verb'

/** A campaign held against others. @throws {Problem} not-found */
export async function holdCampaign({ tx }: Work, id: string): Promise<CampaignRow> {
  await lockCampaign(tx, id)
  const campaign = await findCampaign(tx, id)
  if (!campaign) throw new Problem({ code: 'not-found' })
  return campaign
}

/** What an act on findings says. */
export interface Saying {
  act: FindingAct
  /** The answer given or the outcome decided. */
  result: Answer | null
  text: string
}

/**
 * Does the same to several findings of a campaign: all of them or none.
 * @throws {Problem} not-found where one is out of reach, or the first refusal
 */
export async function actOn(work: Work, of: string, ids: readonly string[], saying: Saying): Promise<number> {
  const { tx, actor } = work
  const campaign = await holdCampaign(work, of)
  const findings = await findFindings(tx, of, ids)
  if (findings.length !== new Set(ids).size) throw new Problem({ code: 'not-found' })
  const following = await requestsSince(
    tx,
    findings.flatMap(({ contract }) => contract ?? []),
    campaign.openedAt,
  )
  for (const group of groups(work, campaign, findings, following, saying)) {
    const written = await changeFindings(tx, group.ids, group.change)
    if (!written) throw new Problem({ code: 'conflict', by: null, at: null })
  }
  await insertActs(
    tx,
    findings.map(({ id, answer }) => ({
      finding: id,
      act: saying.act,
      by: actor.id,
      result: saying.act === 'accept' ? answer : saying.result,
      text: saying.text,
    })),
  )
  await recordTrail(tx, actor, {
    action: `finding.${saying.act}`,
    subjectKind: 'campaign',
    subject: of,
    details: { findings: findings.length, ...(saying.result && { result: saying.result }) },
  })
  return findings.length
}

type Change = Parameters<typeof changeFindings>[2]

/** Findings that become the same are written together. */
function groups(
  { actor }: Work,
  campaign: CampaignRow,
  findings: readonly FindingRow[],
  following: readonly FollowingRequest[],
  { act, result, text }: Saying,
): { ids: string[]; change: Change }[] {
  const found = new Map<string, { ids: string[]; change: Change }>()
  for (const finding of findings) {
    const aimed = act === 'accept' ? finding.answer : result
    const request = aimed ? requestFor(finding, aimed, following) : null
    const decision = decideFinding(
      actor,
      act,
      {
        status: finding.status,
        unit: finding.unit,
        answer: finding.answer,
        ofUnit: finding.contract === null,
        campaignClosed: campaign.closedAt !== null,
        request,
      },
      result,
    )
    if (!decision.ok) throw new Problem(decision.refusal)
    const change: Change = {
      status: decision.to,
      ...(act === 'answer' && { answer: result, explanation: text }),
      ...(decision.outcome && { outcome: decision.outcome, request: request?.id ?? null }),
    }
    const key = JSON.stringify(change)
    const group = found.get(key) ?? { ids: [], change }
    group.ids.push(finding.id)
    found.set(key, group)
  }
  return [...found.values()]
}

/** The request that followed from a finding: the granted one, else the latest of a kind that fits the answer. */
export function requestFor(
  { contract }: Pick<FindingRow, 'contract'>,
  answer: Answer,
  following: readonly FollowingRequest[],
): FollowingRequest | null {
  const kinds: readonly string[] = answers[answer].requests
  const fitting = following.filter((one) => one.contract === contract && kinds.includes(one.kind))
  return fitting.find(({ status }) => status === 'granted') ?? fitting[0] ?? null
}
