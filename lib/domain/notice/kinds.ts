import type { Words } from '../words'
import type { WaitingKind } from './waiting'

export type NoticeGroup =
  | 'contracts'
  | 'requests'
  | 'audits'
  | 'reports'
  | 'imports'
  | 'records'
  | 'delegations'

/** What a notice is about, by which its page is found. */
export type NoticeSubject =
  | 'contract'
  | 'request'
  | 'campaign'
  | 'report'
  | 'import'
  | 'record'
  | 'delegation'

export interface NoticeKind {
  group: NoticeGroup
  subject: NoticeSubject
  /** One line: what happened. */
  words: Words
  /** Why it is told, and to whom. */
  cause: Words
  /** What takes it back before it is read. */
  ends: Words
  /** The line of waiting things that already counts it; it is not counted a second time. */
  waitsAs?: WaitingKind
}

const read: Words = { zh: '阅读即可', en: 'Read it; nothing else to do' }
const answered: Words = { zh: '本单位全部答复后', en: 'Once your office has answered them all' }

/**
 * Everything that is told to somebody. Triggers write it with the act that causes it (migration `notices_guarded`; a test
 * compares the names), and end it when its cause is over. The words say what waits and never what a contract says: they go into mails.
 */
export const noticeKinds = {
  'contract.returned': {
    group: 'contracts',
    subject: 'contract',
    words: { zh: '合同被退回补正', en: 'A contract was returned for correction' },
    cause: { zh: '审核员退回了本单位提交的合同', en: 'An approver returned a contract of your office' },
    ends: { zh: '重新提交或作废后', en: 'Once it is submitted anew or discarded' },
    waitsAs: 'returned',
  },
  'contract.registered': {
    group: 'contracts',
    subject: 'contract',
    words: { zh: '合同已准予登记', en: 'A contract was registered' },
    cause: { zh: '本单位提交的合同已审核通过', en: 'A contract of your office was approved' },
    ends: { zh: '阅读，或登记被注销、撤销后', en: 'Read it; ends when the registration does' },
  },
  'contract.refused': {
    group: 'contracts',
    subject: 'contract',
    words: { zh: '合同不予登记', en: 'Registration of a contract was refused' },
    cause: {
      zh: '审核员对本单位提交的合同作出不予登记决定',
      en: 'An approver refused a contract of your office',
    },
    ends: read,
  },
  'contract.amended': {
    group: 'contracts',
    subject: 'contract',
    words: {
      zh: '中心提出的申请已准予，合同登记有变动',
      en: 'A registration was altered at the centre’s request',
    },
    cause: {
      zh: '稽核员对本单位的合同提出了申请，现已准予',
      en: 'An auditor’s request on a contract of your office was granted',
    },
    ends: { zh: '阅读，或登记被注销、撤销后', en: 'Read it; ends when the registration does' },
  },
  'request.granted': {
    group: 'requests',
    subject: 'request',
    words: { zh: '您的申请已准予', en: 'Your request was granted' },
    cause: { zh: '您提出了这项申请', en: 'You asked for it' },
    ends: read,
  },
  'request.declined': {
    group: 'requests',
    subject: 'request',
    words: { zh: '您的申请未获准予', en: 'Your request was declined' },
    cause: { zh: '您提出了这项申请', en: 'You asked for it' },
    ends: read,
  },
  'request.hearing': {
    group: 'requests',
    subject: 'request',
    words: {
      zh: '已告知当事人拟撤销登记，请登记其陈述申辩',
      en: 'The party was told of a revocation; its statement is to be recorded',
    },
    cause: { zh: '拟撤销的合同属于本单位', en: 'The contract belongs to your office' },
    ends: { zh: '登记陈述申辩或申请办结后', en: 'Once the statement is recorded or the request settled' },
    waitsAs: 'hearings',
  },
  'finding.assigned': {
    group: 'audits',
    subject: 'campaign',
    words: { zh: '有自查问题待答复', en: 'There are self-audit findings to answer' },
    cause: { zh: '自查涉及本单位的合同', en: 'A self-audit looks at your office’s contracts' },
    ends: answered,
    waitsAs: 'findings',
  },
  'finding.reminded': {
    group: 'audits',
    subject: 'campaign',
    words: { zh: '稽核员催办自查答复', en: 'The auditor reminds you of answers that are due' },
    cause: { zh: '本单位还有问题未答复', en: 'Your office still owes answers' },
    ends: answered,
    waitsAs: 'findings',
  },
  'finding.sent-back': {
    group: 'audits',
    subject: 'campaign',
    words: { zh: '自查答复被退回', en: 'Answers to a self-audit were sent back' },
    cause: { zh: '稽核员退回了本单位的答复', en: 'The auditor sent back answers of your office' },
    ends: answered,
    waitsAs: 'findings',
  },
  'report.review': {
    group: 'reports',
    subject: 'report',
    words: { zh: '年报送审，请审阅签署', en: 'A report is under review; chapters are to be signed' },
    cause: { zh: '您的角色可以签署年报', en: 'Your role signs chapters of reports' },
    ends: { zh: '发布或退回草稿后', en: 'Once it is published or taken back' },
    waitsAs: 'signatures',
  },
  'report.published': {
    group: 'reports',
    subject: 'report',
    words: { zh: '年报已发布', en: 'A report was published' },
    cause: { zh: '您可以查阅这份年报', en: 'You may read this report' },
    ends: read,
  },
  'import.judged': {
    group: 'imports',
    subject: 'import',
    words: { zh: '导入文件已核对，请确认', en: 'An import is checked and waits for you' },
    cause: { zh: '您上传了这个文件', en: 'You uploaded the file' },
    ends: { zh: '执行或取消导入后', en: 'Once it is carried out or cancelled' },
    waitsAs: 'imports',
  },
  'import.done': {
    group: 'imports',
    subject: 'import',
    words: { zh: '导入已完成', en: 'An import is finished' },
    cause: { zh: '您执行了这次导入', en: 'You had it carried out' },
    ends: { zh: '阅读，或导入被撤销后', en: 'Read it; ends when the import is taken back' },
  },
  'import.failed': {
    group: 'imports',
    subject: 'import',
    words: { zh: '导入未能完成', en: 'An import failed' },
    cause: { zh: '您执行了这次导入', en: 'You had it carried out' },
    ends: read,
  },
  'record.returned': {
    group: 'records',
    subject: 'record',
    words: { zh: '台账记录被退回', en: 'A work record was returned' },
    cause: { zh: '审核员退回了提交的台账记录', en: 'An approver returned a record that was handed in' },
    ends: { zh: '重新提交或作废后', en: 'Once it is handed in anew or discarded' },
    waitsAs: 'records',
  },
  'delegation.named': {
    group: 'delegations',
    subject: 'delegation',
    words: { zh: '您被指定为代办人', en: 'You were named as a deputy' },
    cause: { zh: '同事请假期间由您代办', en: 'You stand in for a colleague on leave' },
    ends: { zh: '期满或撤销后', en: 'When the span ends or it is revoked' },
  },
  'delegation.handed-over': {
    group: 'delegations',
    subject: 'delegation',
    words: { zh: '工作已移交给您', en: 'Work was handed over to you' },
    cause: { zh: '同事的未办事项由您接办', en: 'A colleague’s open things are yours now' },
    ends: { zh: '移交被撤销后', en: 'When the hand-over is revoked' },
  },
  'delegation.revoked': {
    group: 'delegations',
    subject: 'delegation',
    words: { zh: '代办已撤销', en: 'You are no longer a deputy' },
    cause: { zh: '您曾被指定为代办人', en: 'You had been named as a deputy' },
    ends: read,
  },
} as const satisfies Record<string, NoticeKind>

export type NoticeKindName = keyof typeof noticeKinds
export const noticeKindNames = Object.keys(noticeKinds) as NoticeKindName[]
export const kindOfNotice = (name: NoticeKindName): NoticeKind => noticeKinds[name]

export const noticeGroups: Record<NoticeGroup, Words> = {
  contracts: { zh: '合同', en: 'Contracts' },
  requests: { zh: '申请', en: 'Requests' },
  audits: { zh: '自查', en: 'Self-audits' },
  reports: { zh: '年报', en: 'Reports' },
  imports: { zh: '导入', en: 'Imports' },
  records: { zh: '台账', en: 'Work records' },
  delegations: { zh: '代办与移交', en: 'Deputies' },
}
export const noticeGroupNames = Object.keys(noticeGroups) as NoticeGroup[]

/** Kinds no waiting line counts: unread, they are counted themselves. */
export const countedKinds = noticeKindNames.filter((name) => kindOfNotice(name).waitsAs === undefined)

/** Days after which what is only to be read is over, read or not: an inbox holds what is of now. */
export const LAPSES_AFTER = 90

export const kindsOfGroup = (group: NoticeGroup): NoticeKindName[] =>
  noticeKindNames.filter((name) => kindOfNotice(name).group === group)
