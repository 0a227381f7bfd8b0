import 'server-only'
import type { Words } from '@/lib/domain/words'
import { approve } from '../contracts/approve'
import { discard } from '../contracts/discard'
import { dispute } from '../contracts/dispute'
import { refuse } from '../contracts/refuse'
import { returnForCorrection } from '../contracts/return'
import { save } from '../contracts/save'
import { submit } from '../contracts/submit'
import { withdraw } from '../contracts/withdraw'
import type { Verb } from '../verb'

interface OfferedVerb {
  // The verbs differ in their inputs; each checks its own.
  run: Verb<never, unknown> | Verb<unknown, unknown>
  summary: Words
}

const offer = <Input, Output>(run: Verb<Input, Output>, zh: string, en: string): OfferedVerb => ({
  run: run as Verb<never, unknown>,
  summary: { zh, en },
})

/** The acts on a contract that the API offers: the very verbs of the pages, with their rules and refusals. */
export const contractVerbs = {
  save: offer(save, '保存草稿或退回补正的合同', 'Save fields of a draft or returned contract'),
  submit: offer(submit, '提交审核', 'Submit for approval'),
  withdraw: offer(withdraw, '撤回尚未审核的合同', 'Withdraw a contract nobody has approved yet'),
  discard: offer(discard, '作废草稿', 'Discard a draft'),
  approve: offer(approve, '审核通过', 'Approve'),
  return: offer(returnForCorrection, '退回补正', 'Return for correction'),
  refuse: offer(refuse, '不予登记', 'Refuse registration'),
  dispute: offer(dispute, '列为争议合同', 'Mark as disputed'),
} as const satisfies Record<string, OfferedVerb>

export type VerbName = keyof typeof contractVerbs

export const isVerbName = (name: string): name is VerbName => Object.hasOwn(contractVerbs, name)
