import { atTime } from '@/db/clock'
import type { Actor } from '@/lib/domain/access/actor'
import type { Content } from '@/lib/domain/contract/content'
import { addDays, startOfDate } from '@/lib/domain/time/dates'
import { approve } from '@/lib/services/contracts/approve'
import { refuse } from '@/lib/services/contracts/refuse'
import { returnForCorrection } from '@/lib/services/contracts/return'
import { withdraw } from '@/lib/services/contracts/withdraw'
import { handIn } from '@/lib/services/demo/enter'
import { person } from '@/lib/services/demo/people'
import { entered } from './contracts'

const reason = { code: 'B16', path: 'techField' }

/** One act of a contract's course; a return may give its own reasons. */
type Step = 'submit' | 'withdraw' | 'approve' | 'refuse' | { return: { code: string; path: string }[] }

const acts = {
  submit: handIn,
  withdraw: (registrar: Actor, id: string) => withdraw(registrar, { id }),
  approve: (_: Actor, id: string) => approve(person('approver'), { id }),
  refuse: (_: Actor, id: string) =>
    refuse(person('approver'), { id, reason: 'N08', text: '约定内容不属于技术合同认定登记范围。' }),
}

/** A return with one reason, at the field of technology. */
export const back: Step = { return: [reason] }

/**
 * Takes a contract through its days by the verbs: entered on the first, then one act on each day that follows. Steps of
 * the same day come one after another. Returns its id.
 */
export async function courseOf(
  registrar: Actor,
  enteredOn: string,
  steps: readonly (readonly [day: string, step: Step])[] = [],
  changes: Content = {},
): Promise<string> {
  const signed = addDays(enteredOn, -10)
  const dates = { signDate: signed, effectiveDate: signed, endDate: addDays(enteredOn, 900) }
  const id = await atTime(startOfDate(enteredOn), () => entered(registrar, { ...dates, ...changes }))
  for (const [index, [day, step]] of steps.entries()) {
    // Just after midnight in Shanghai, when it is still the day before in London.
    const at = new Date(startOfDate(day).getTime() + (index + 1) * 60_000)
    await atTime(at, async () => {
      if (typeof step === 'string') await acts[step](registrar, id)
      else await returnForCorrection(person('approver'), { id, reasons: step.return })
    })
  }
  return id
}
