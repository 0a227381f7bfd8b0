import 'server-only'
import { z } from 'zod'
import { contentSchema } from '@/lib/domain/contract/content'
import type { ProblemCode } from '@/lib/domain/problems'
import type { RequestAction } from '@/lib/domain/request/kinds'
import { requestStatusNames } from '@/lib/domain/request/kinds'
import type { Words } from '@/lib/domain/words'
import { approve } from '../contracts/approve'
import { discard } from '../contracts/discard'
import { discardSecret } from '../contracts/discard-secret'
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
import { figureMoves } from './requests'

interface OfferedVerb {
  // biome-ignore lint/suspicious/noExplicitAny: the verbs differ in their inputs; each checks its own.
  run: Verb<any, any>
  summary: Words
  output: z.ZodType
  refusals: readonly ProblemCode[]
  example: unknown
  /** Nothing is changed. */
  reads?: boolean
}

const revision = z.int().describe('Of the contract after the act')
const finding = z.looseObject({
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'hint']),
  path: z.string(),
})
const lifecycle = ['wrong-status', 'conflict'] as const
const decisions = [...lifecycle, 'own-contract', 'same-approver'] as const
const settled = z.object({ status: z.enum(requestStatusNames as [string, ...string[]]) })

/** The acts on a contract that the API offers: the very verbs of the pages, with their rules and refusals. */
export const contractVerbs = {
  save: {
    run: save,
    summary: { zh: '保存草稿或退回补正的合同', en: 'Save fields of a draft or returned contract' },
    output: z.object({ revision, content: contentSchema }),
    refusals: [...lifecycle, 'state-secret'],
    example: { patch: { name: '示例技术开发合同', turnover: '120000.00' } },
  },
  submit: {
    run: submit,
    summary: { zh: '提交审核', en: 'Submit for approval' },
    output: z.object({ revision, dueOn: z.iso.date().describe('Last day to decide') }),
    refusals: [...lifecycle, 'check-failed'],
    example: {},
  },
  withdraw: {
    run: withdraw,
    summary: { zh: '撤回尚未审核的合同', en: 'Withdraw a contract nobody has approved yet' },
    output: z.object({ revision }),
    refusals: lifecycle,
    example: {},
  },
  discard: {
    run: discard,
    summary: { zh: '作废草稿', en: 'Discard a draft' },
    output: z.object({ revision }),
    refusals: lifecycle,
    example: {},
  },
  'discard-secret': {
    run: discardSecret,
    summary: {
      zh: '清除涉密内容并作废草稿',
      en: 'Wipe a draft that turned out to hold state secrets, and discard it',
    },
    output: z.object({ revision }),
    refusals: lifecycle,
    example: {},
  },
  approve: {
    run: approve,
    summary: { zh: '审核通过', en: 'Approve' },
    output: z.object({
      status: z
        .enum(['registered', 'endorsed'])
        .describe('`endorsed`: a large contract waits for a second approver'),
      number: z.string().nullable().describe('The registration number'),
      revision,
    }),
    refusals: decisions,
    example: { revision: 3 },
  },
  return: {
    run: returnForCorrection,
    summary: { zh: '退回补正', en: 'Return for correction' },
    output: z.object({ revision }),
    refusals: decisions,
    example: { reasons: [{ code: 'B03', path: 'name', text: '合同名称与标的不符' }] },
  },
  refuse: {
    run: refuse,
    summary: { zh: '不予登记', en: 'Refuse registration' },
    output: z.object({ decision: z.string().describe('Number of the decision'), revision }),
    refusals: decisions,
    example: { reason: 'N01', text: '该合同不属于技术合同，不予登记。' },
  },
  dispute: {
    run: dispute,
    summary: { zh: '列为争议合同', en: 'Mark as disputed' },
    output: z.object({ dueOn: z.iso.date(), revision }),
    refusals: [...decisions, 'already-disputed'],
    example: { text: '是否属于技术开发合同，需听取专家意见。' },
  },
  'preview-request': {
    run: previewRequest,
    summary: {
      zh: '试算一项登记后申请，不作任何改动',
      en: 'What a request after registration would do; nothing is changed',
    },
    output: z.object({
      differences: z.array(z.looseObject({ path: z.string() })),
      findings: z.array(finding),
      blocking: z.array(finding).describe('What it would be refused for'),
      large: z.boolean().describe('Two approvers have to agree'),
      ...figureMoves,
    }),
    refusals: ['not-registered', 'request-open', 'state-secret'],
    example: { kind: 'cancel' },
    reads: true,
  },
  ask: {
    run: ask,
    summary: {
      zh: '对已登记的合同申请更正、变更、注销或撤销',
      en: 'Ask for a correction, change, cancellation or revocation of a registered contract',
    },
    output: z.object({ id: z.uuid(), number: z.string() }),
    refusals: [
      'not-registered',
      'request-open',
      'conflict',
      'no-difference',
      'check-failed',
      'evidence-missing',
      'state-secret',
    ],
    example: { kind: 'correct', patch: { name: '更正后的合同名称' }, reason: 'C99', text: '名称录入有误。' },
  },
} as const satisfies Record<string, OfferedVerb>

export type VerbName = keyof typeof contractVerbs

const steps = ['request-closed', 'own-request', 'conflict'] as const

/** The steps of a request after registration. */
export const requestVerbs = {
  'take-back': {
    run: takeBack,
    summary: { zh: '撤回自己提出的申请', en: 'Take back a request of your own' },
    output: settled,
    refusals: ['request-closed', 'others-request', 'conflict'],
    example: {},
  },
  serve: {
    run: serve,
    summary: { zh: '登记拟撤销告知', en: 'Record that the party was told of the intended revocation' },
    output: z.object({ hearingUntil: z.iso.date().describe('Last day for what the party has to say') }),
    refusals: [...steps, 'no-hearing', 'notice-served'],
    example: { on: '2024-11-04', text: '已书面送达当事人。' },
  },
  state: {
    run: state,
    summary: { zh: '登记陈述申辩', en: 'Record what the party said' },
    output: z.object({ on: z.iso.date() }),
    refusals: [...steps, 'no-hearing', 'notice-first', 'already-stated'],
    example: { on: '2024-11-06', text: '当事人无异议。' },
  },
  grant: {
    run: grant,
    summary: { zh: '准予', en: 'Grant' },
    output: settled,
    refusals: [...steps, 'same-approver', 'notice-first', 'statement-first'],
    example: {},
  },
  decline: {
    run: decline,
    summary: { zh: '不予准予', en: 'Decline' },
    output: settled,
    refusals: steps,
    example: { text: '依据不足，维持原登记。' },
  },
} as const satisfies Record<RequestAction, OfferedVerb>
