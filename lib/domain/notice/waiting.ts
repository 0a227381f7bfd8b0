import type { Permission } from '../access/permissions'
import type { Role } from '../access/roles'
import type { Words } from '../words'

interface WaitingSpec {
  words: Words
  /** Why it waits for this person. */
  why: Words
  /** Who is asked about it, and the permission without which nobody is. */
  roles: readonly Role[]
  permission: Permission
}

/** What the register itself knows to be waiting: nothing of it is stored, it is counted where it lies (db/queries/inbox.ts). */
export const waitingKinds = {
  decisions: {
    words: { zh: '合同待审核', en: 'Contracts to decide on' },
    why: { zh: '各单位提交、您可以办理的合同', en: 'Submitted, and yours to decide' },
    roles: ['approver'],
    permission: 'contract.approve',
  },
  requests: {
    words: { zh: '申请待审批', en: 'Requests to decide on' },
    why: { zh: '登记后的更正、变更、注销、撤销申请', en: 'Asked after registration, and yours to decide' },
    roles: ['approver'],
    permission: 'request.decide',
  },
  confirmations: {
    words: { zh: '台账记录待确认', en: 'Work records to confirm' },
    why: { zh: '已提交、由他人录入的记录', en: 'Handed in, and entered by others' },
    roles: ['approver'],
    permission: 'work.confirm',
  },
  returned: {
    words: { zh: '合同待补正', en: 'Contracts to correct' },
    why: { zh: '审核员退回，补正后重新提交', en: 'Returned; mend and submit them anew' },
    roles: ['registrar'],
    permission: 'contract.submit',
  },
  findings: {
    words: { zh: '自查问题待答复', en: 'Findings to answer' },
    why: { zh: '自查中本单位未答复或被退回的问题', en: 'Open or sent back, of your office' },
    roles: ['registrar'],
    permission: 'audit.answer',
  },
  hearings: {
    words: { zh: '陈述申辩待登记', en: 'Statements to record' },
    why: { zh: '已告知当事人拟撤销登记', en: 'The party was told of a revocation' },
    roles: ['registrar'],
    permission: 'request.state',
  },
  answers: {
    words: { zh: '自查答复待核定', en: 'Answers to judge' },
    why: { zh: '各单位已答复的自查问题', en: 'Findings the offices have answered' },
    roles: ['auditor'],
    permission: 'audit.run',
  },
  imports: {
    words: { zh: '导入待确认', en: 'Imports to carry out' },
    why: { zh: '您上传的文件已核对', en: 'Files you uploaded are checked' },
    roles: ['registrar', 'auditor'],
    permission: 'contract.import',
  },
  records: {
    words: { zh: '台账记录待修改', en: 'Work records to correct' },
    why: { zh: '审核员退回，修改后重新提交', en: 'Returned; mend and hand them in anew' },
    roles: ['registrar', 'auditor'],
    permission: 'work.write',
  },
  signatures: {
    words: { zh: '年报待签署', en: 'Reports to sign' },
    why: { zh: '送审中、您本轮尚未签署的年报', en: 'Under review, and not signed by you in this round' },
    roles: ['approver', 'auditor', 'leader'],
    permission: 'report.sign',
  },
  mails: {
    words: { zh: '邮件未能送达', en: 'Mails that did not arrive' },
    why: {
      zh: '发送失败或结果不明，请核对邮箱与设置',
      en: 'Failed or unclear; look at address and settings',
    },
    roles: ['admin'],
    permission: 'account.write',
  },
} as const satisfies Record<string, WaitingSpec>

export type WaitingKind = keyof typeof waitingKinds
export const waitingNames = Object.keys(waitingKinds) as WaitingKind[]
export const waitingOf = (role: Role): WaitingKind[] =>
  waitingNames.filter((name) => (waitingKinds[name].roles as readonly Role[]).includes(role))

/** So many things of one kind wait; the nearest deadline among them, and how many are past theirs. */
export interface WaitingLine {
  kind: WaitingKind
  count: number
  dueOn: string | null
  overdue: number
}
