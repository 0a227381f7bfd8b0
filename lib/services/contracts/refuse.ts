import 'server-only'
import { z } from 'zod'
import { takeCount } from '@/db/ledger'
import { codeList } from '@/lib/domain/contract/code-lists'
import { verb } from '../verb'
import { hold, record } from './act'

const input = z.strictObject({
  id: z.uuid(),
  revision: z.int().optional(),
  reason: z.string().refine((value) => codeList('refusalReason').some(({ code }) => code === value)),
  /** The reasoning of the decision, as the party will read it. */
  text: z.string().trim().min(10).max(2000),
})

/** Submitted or endorsed → refused (不予登记): a numbered, reasoned decision. */
export const refuse = verb('contract.refuse', input, async (work, { id, revision, reason, text }) => {
  const held = await hold(work, id, 'refuse', revision)
  const year = Number(work.today.slice(0, 4))
  const decision = `不予登记〔${year}〕${await takeCount(work.tx, 'refusal', year)}号`
  const details = { reason, text, decision }
  return {
    decision,
    revision: await record(work, held, {
      action: 'refuse',
      change: {
        decidedBy: work.actor.id,
        decidedAt: work.at,
        dueOn: null,
        verdict: { ...details, kind: 'refused' },
      },
      details,
    }),
  }
})
