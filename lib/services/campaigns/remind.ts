import 'server-only'
import { z } from 'zod'
import { insertReminders, readProgress } from '@/db/queries/campaigns'
import { recordTrail } from '@/db/trail'
import { Problem } from '@/lib/domain/problems'
import { verb } from '../verb'
import { holdCampaign } from './act'

const input = z.strictObject({ campaign: z.uuid() })

/** Reminds every office that still owes answers; it is told on its desk. Returns whom. */
export const remindOffices = verb('audit.run', input, async (work, { campaign }) => {
  const { tx, actor } = work
  const held = await holdCampaign(work, campaign)
  if (held.closedAt) throw new Problem({ code: 'campaign-closed' })
  const owing = (await readProgress(tx, campaign)).filter(({ open, returned }) => open + returned > 0)
  const units = owing.map(({ unit }) => unit)
  await insertReminders(
    tx,
    units.map((unit) => ({ campaign, unit, by: actor.id })),
  )
  await recordTrail(tx, actor, {
    action: 'campaign.remind',
    subjectKind: 'campaign',
    subject: campaign,
    details: { units },
  })
  return { units }
})
