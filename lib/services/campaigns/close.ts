import 'server-only'
import { z } from 'zod'
import { readScope, closeCampaign as write } from '@/db/queries/campaigns'
import { countFindings, readCounted } from '@/db/queries/findings'
import { recordTrail } from '@/db/trail'
import { reportOf } from '@/lib/domain/audit/report'
import { Problem } from '@/lib/domain/problems'
import { verb } from '../verb'
import { holdCampaign } from './act'

const input = z.strictObject({ campaign: z.uuid() })

/**
 * Closes a self-audit once every finding is settled, and freezes its report.
 * @throws {Problem} findings-open, campaign-closed
 */
export const closeCampaign = verb('audit.run', input, async (work, { campaign }) => {
  const { tx, actor, at } = work
  const held = await holdCampaign(work, campaign)
  if (held.closedAt) throw new Problem({ code: 'campaign-closed' })
  const settled = await countFindings(tx, campaign, { status: 'settled' })
  const count = (await countFindings(tx, campaign, {})) - settled
  if (count > 0) throw new Problem({ code: 'findings-open', count })
  const report = reportOf(await readScope(tx, campaign), await readCounted(tx, campaign))
  if (!(await write(tx, campaign, { closedBy: actor.id, closedAt: at, report }))) {
    throw new Problem({ code: 'conflict', by: null, at: null })
  }
  await recordTrail(tx, actor, {
    action: 'campaign.close',
    subjectKind: 'campaign',
    subject: campaign,
    details: { number: held.number, corrected: report.corrected, revoked: report.revoked },
  })
  return { report }
})
