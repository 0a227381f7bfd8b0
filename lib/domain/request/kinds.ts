import type { Permission } from '../access/permissions'
import type { CodeListName } from '../contract/code-lists'
import type { Status } from '../contract/lifecycle'
import type { Words } from '../words'

interface KindSpec {
  words: Words
  /** Who begins it and why, in a line under the choice. */
  help: Words
  /** What the contract becomes when it is granted. */
  to: Extract<Status, 'registered' | 'cancelled' | 'revoked'>
  reasons: CodeListName
  /** The party is told of it and heard before it is decided. */
  hearing: boolean
  /** Papers must be with it: the parties' agreement, the grounds. */
  evidence: boolean
  source: string
}

/**
 * What can befall a registration, kept apart as the law does (domain §2.3): the office corrects, the parties change or
 * end, the authority withdraws.
 */
export const requestKinds = {
  correct: {
    words: { zh: '更正', en: 'Correction' },
    help: {
      zh: '登记信息录入或认定有误，按合同文本改正。',
      en: 'What was registered does not say what the contract says.',
    },
    to: 'registered',
    reasons: 'correctionReason',
    hearing: false,
    evidence: false,
    source: '《技术市场统计工作规定》：统计资料差错的订正',
  },
  change: {
    words: { zh: '变更', en: 'Change' },
    help: {
      zh: '当事人变更、转让或补充了合同，须附变更协议。',
      en: 'The parties amended or assigned the contract; their agreement is attached.',
    },
    to: 'registered',
    reasons: 'changeReason',
    hearing: false,
    evidence: true,
    source: '国科发政字〔2000〕063号 第十八条；《技术合同认定登记管理办法（征求意见稿）》第十六条',
  },
  cancel: {
    words: { zh: '注销', en: 'Cancellation' },
    help: {
      zh: '合同已解除、被撤销或被宣布无效，当事人申请注销登记。',
      en: 'The contract was dissolved, annulled or void; the party asks to end the registration.',
    },
    to: 'cancelled',
    reasons: 'cancellationReason',
    hearing: false,
    evidence: true,
    source: '国科发政字〔2000〕063号 第十八条；《技术合同认定登记管理办法（征求意见稿）》第十六条',
  },
  revoke: {
    words: { zh: '撤销', en: 'Revocation' },
    help: {
      zh: '登记本不应准予，由登记机关依职权撤销；决定前须告知当事人并听取陈述申辩。',
      en: 'The registration should not have been made; the authority withdraws it after hearing the party.',
    },
    to: 'revoked',
    reasons: 'revocationReason',
    hearing: true,
    evidence: false,
    source: '《行政许可法》第六十九条；沪科技市〔2025〕31号',
  },
} as const satisfies Record<string, KindSpec>

export type RequestKind = keyof typeof requestKinds
export const requestKindNames = Object.keys(requestKinds) as [RequestKind, ...RequestKind[]]

export const kindOf = (kind: RequestKind): KindSpec => requestKinds[kind]

/** Whether the kind gives the contract another content; the other kinds end the registration. */
export const amends = (kind: RequestKind): boolean => requestKinds[kind].to === 'registered'

export const requestStatuses = {
  asked: { zh: '待审批', en: 'Waiting' },
  endorsed: { zh: '待复核', en: 'Second approval' },
  granted: { zh: '已准予', en: 'Granted' },
  declined: { zh: '未准予', en: 'Declined' },
  withdrawn: { zh: '已撤回', en: 'Taken back' },
} as const satisfies Record<string, Words>

export type RequestStatus = keyof typeof requestStatuses
export const requestStatusNames = Object.keys(requestStatuses) as RequestStatus[]

/** Neither granted nor given up: the contract can take no other request meanwhile. */
export const openStatuses: readonly RequestStatus[] = ['asked', 'endorsed']

export const requestActions = {
  'take-back': { words: { zh: '撤回申请', en: 'Take back' }, permission: 'request.ask' },
  serve: { words: { zh: '登记告知', en: 'Record the notice' }, permission: 'request.decide' },
  state: { words: { zh: '登记陈述申辩', en: 'Record the statement' }, permission: 'request.state' },
  grant: { words: { zh: '准予', en: 'Grant' }, permission: 'request.decide' },
  decline: { words: { zh: '不予准予', en: 'Decline' }, permission: 'request.decide' },
} as const satisfies Record<string, { words: Words; permission: Permission }>

export type RequestAction = keyof typeof requestActions
export const requestActionNames = Object.keys(requestActions) as RequestAction[]
