import 'server-only'
import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { takeCount } from '@/db/ledger'
import { insertCampaign, insertScope } from '@/db/queries/campaigns'
import { insertFindings } from '@/db/queries/findings'
import { recordTrail } from '@/db/trail'
import { planSchema } from '@/lib/domain/audit/plan'
import { stratumOf } from '@/lib/domain/audit/sample'
import { Problem } from '@/lib/domain/problems'
import { isDate } from '@/lib/domain/time/dates'
import { refused } from '../refuse'
import { verb } from '../verb'
import { look } from './looking'

const input = z.strictObject({
  /** Statistical year that is looked at. */
  year: z.int().min(2000).max(2100),
  plan: planSchema,
  /** Last day for the offices' answers. */
  dueOn: z.string().refine(isDate, { error: 'date' }),
  instructions: z.string().trim().max(4000),
})

/**
 * Opens a self-audit: scope and sample are frozen, the rules run once, and each office has its findings to answer.
 * @throws {Problem} nothing-in-scope, invalid-input for a deadline that has passed
 */
export const openCampaign = verb('audit.run', input, async (work, { year, plan, dueOn, instructions }) => {
  const { tx, actor, today } = work
  if (dueOn < today) throw refused('dueOn', 'past')
  const { candidates, sample, hits } = await look(tx, year, plan)
  if (candidates.length === 0) throw new Problem({ code: 'nothing-in-scope' })
  const id = newId()
  const openedIn = Number(today.slice(0, 4))
  const number = `自查〔${openedIn}〕${await takeCount(tx, 'campaign', openedIn)}号`
  await insertCampaign(tx, { id, number, year, plan, instructions, dueOn, openedBy: actor.id })
  await insertScope(
    tx,
    candidates.map((one) => ({
      campaign: id,
      contract: one.id,
      unit: one.unit,
      stratum: stratumOf(one),
      sampled: sample.get(one.id) ?? [],
    })),
  )
  const byHand = candidates.filter((one) => sample.has(one.id))
  await insertFindings(tx, [
    ...hits.map(({ path, ...hit }) => ({ id: newId(), campaign: id, ...hit, path: path ?? null })),
    ...byHand.map(({ id: contract, unit }) => ({
      id: newId(),
      campaign: id,
      rule: 'sample',
      severity: 'hint',
      contract,
      unit,
      params: {},
    })),
  ])
  await recordTrail(tx, actor, {
    action: 'campaign.open',
    subjectKind: 'campaign',
    subject: id,
    details: { number, year, contracts: candidates.length, findings: hits.length + byHand.length },
  })
  return { id, number }
})
