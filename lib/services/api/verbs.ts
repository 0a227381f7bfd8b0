import 'server-only'
import type { RequestAction } from '@/lib/domain/request/kinds'
import type { Words } from '@/lib/domain/words'
import { approve } from '../contracts/approve'
import { discard } from '../contracts/discard'
import { dispute } from '../contracts/dispute'
import { refuse } from '../contracts/refuse'
import { returnForCorrection } from '../contracts/return'
import { save } from '../contracts/save'
import { submit } from '../contracts/submit'
import { withdraw } from '../contracts/withdraw'
import { ask } from '../requests/ask'
import { decline } from '../requests/decline'
import { grant } from '../requests/grant'
import { previewRequest } from '../requests/preview'
import { serve } from '../requests/serve'
import { state } from '../requests/state'
import { takeBack } from '../requests/take-back'
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
  'preview-request': offer(
    previewRequest,
    '试算一项登记后申请，不作任何改动',
    'What a request after registration would do; nothing is changed',
  ),
  ask: offer(
    ask,
    '对已登记的合同申请更正、变更、注销或撤销',
    'Ask for a correction, change, cancellation or revocation of a registered contract',
  ),
} as const satisfies Record<string, OfferedVerb>

export type VerbName = keyof typeof contractVerbs

export const isVerbName = (name: string): name is VerbName => Object.hasOwn(contractVerbs, name)

/** The steps of a request after registration. */
export const requestVerbs = {
  'take-back': offer(takeBack, '撤回自己提出的申请', 'Take back a request of your own'),
  serve: offer(serve, '登记拟撤销告知', 'Record that the party was told of the intended revocation'),
  state: offer(state, '登记陈述申辩', 'Record what the party said'),
  grant: offer(grant, '准予', 'Grant'),
  decline: offer(decline, '不予准予', 'Decline'),
} as const satisfies Record<RequestAction, OfferedVerb>

export const isRequestVerb = (name: string): name is RequestAction => Object.hasOwn(requestVerbs, name)
