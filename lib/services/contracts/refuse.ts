import 'server-only'
import { z } from 'zod'
import { takeCount } from '@/db/ledger'
import { checkedSchema, ticked } from '@/lib/domain/approval/checklist'
import { codeList } from '@/lib/domain/contract/code-lists'
import { verb } from '../verb'
import { hold, record } from './act'

const input = z.strictObject({
  id: z.uuid(),
  revision: z.int().optional(),
  reason: z.string().refine((value) => codeList('refusalReason').some(({ code }) => code === value)),
  /** The reasoning of the decision, as the party will read it. */
  text: z.string().trim().min(10).max(2000),
  checked: checkedSchema,
})

/** Submitted or endorsed → refused (不予登记): a numbered, reasoned decision. */
export const refuse = verb('contract.refuse', input, async (work, given) => {
  const held = await hold(work, given.id, 'refuse', given.revision)
  const year = Number(work.today.slice(0, 4))
  const decision = `不予登记〔${year}〕${await takeCount(work.tx, 'refusal', year)}号`
  const said = { reason: given.reason, text: given.text, decision }
  return {
    decision,
    revision: await record(work, held, {
      action: 'refuse',
      change: {
        decidedBy: work.actor.id,
        decidedAt: work.at,
        dueOn: null,
        verdict: { ...said, kind: 'refused' },
      },
      details: { ...said, dueOn: held.contract.dueOn, ...ticked(given.checked) },
    }),
  }
})
