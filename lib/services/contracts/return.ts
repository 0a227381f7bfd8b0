import 'server-only'
import { z } from 'zod'
import { checkedSchema, ticked } from '@/lib/domain/approval/checklist'
import { isReasonPath } from '@/lib/domain/approval/paths'
import { codeList } from '@/lib/domain/contract/code-lists'
import { daysBetween } from '@/lib/domain/time/dates'
import { verb } from '../verb'
import { hold, record } from './act'

const code = z.string().refine((value) => codeList('returnReason').some((reason) => reason.code === value))

/** A field of the dictionary, a part of one, or an attachment kind: where the office will see the reason. */
const path = z.string().max(80).refine(isReasonPath, { error: 'path' })

const input = z.strictObject({
  id: z.uuid(),
  revision: z.int().optional(),
  /** Everything wrong at once (one-time notice): a coded reason, the field or attachment it stands at, what to do. */
  reasons: z
    .array(z.strictObject({ code, path, text: z.string().trim().max(1000).default('') }))
    .min(1)
    .max(40),
  text: z.string().trim().max(2000).default(''),
  checked: checkedSchema,
})

/** Submitted or endorsed → returned for correction, with coded reasons at their fields. */
export const returnForCorrection = verb('contract.return', input, async (work, given) => {
  const held = await hold(work, given.id, 'return', given.revision)
  const said = { reasons: given.reasons, text: given.text }
  const { dueOn, acceptedOn, returns, earlierDays } = held.contract
  return {
    revision: await record(work, held, {
      action: 'return',
      change: {
        firstApprover: null,
        dueOn: null,
        returns: returns + 1,
        earlierDays: earlierDays + daysBetween(acceptedOn ?? work.today, work.today),
        verdict: { ...said, kind: 'returned' },
      },
      // Whether the return came in time can be told afterwards: the contract itself has no deadline now.
      details: { ...said, dueOn, ...ticked(given.checked) },
    }),
  }
})
