import 'server-only'
import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { scopeUnit } from '@/db/queries/campaigns'
import { insertFindings } from '@/db/queries/findings'
import { recordTrail } from '@/db/trail'
import { Problem } from '@/lib/domain/problems'
import { verb } from '../verb'
import { holdCampaign } from './act'

const input = z.strictObject({
  campaign: z.uuid(),
  contract: z.uuid(),
  /** What the auditor found, as the office will read it. */
  text: z.string().trim().min(4).max(1000),
})

/** Adds what no rule can see: found by hand, on a contract of the frozen scope. @throws {Problem} campaign-closed, not-found */
export const addFinding = verb('audit.run', input, async (work, { campaign, contract, text }) => {
  const { tx, actor } = work
  const held = await holdCampaign(work, campaign)
  if (held.closedAt) throw new Problem({ code: 'campaign-closed' })
  const unit = await scopeUnit(tx, campaign, contract)
  if (unit === null) throw new Problem({ code: 'not-found' })
  const id = newId()
  await insertFindings(tx, [
    { id, campaign, rule: 'auditor', severity: 'warning', contract, unit, params: { message: text } },
  ])
  await recordTrail(tx, actor, {
    action: 'finding.add',
    subjectKind: 'campaign',
    subject: campaign,
    details: { finding: id, contract },
  })
  return { id }
})
