import type { Words } from './words'

/** Everything the audit trail knows; a verb can record nothing else. */
export const trailActions = {
  'contract.create': { zh: '新建合同', en: 'Contract begun' },
  'contract.save': { zh: '接手编辑合同', en: 'Editing taken over' },
  'contract.attach': { zh: '上传附件', en: 'File attached' },
  'contract.detach': { zh: '移除附件', en: 'File taken off' },
  'contract.submit': { zh: '提交合同', en: 'Contract submitted' },
  'contract.withdraw': { zh: '撤回合同', en: 'Contract withdrawn' },
  'contract.discard': { zh: '作废合同', en: 'Contract discarded' },
  'contract.approve': { zh: '审核通过', en: 'Contract approved' },
  'contract.return': { zh: '退回补正', en: 'Contract returned' },
  'contract.refuse': { zh: '不予登记', en: 'Registration refused' },
  'contract.dispute': { zh: '列为争议合同', en: 'Marked as disputed' },
  'contract.import': { zh: '导入合同', en: 'Contract imported' },
  'contract.export': { zh: '导出合同', en: 'Contracts exported' },
  'contract.correct': { zh: '更正登记', en: 'Registration corrected' },
  'contract.change': { zh: '变更登记', en: 'Registration changed' },
  'contract.cancel': { zh: '注销登记', en: 'Registration cancelled' },
  'contract.revoke': { zh: '撤销登记', en: 'Registration revoked' },
  'certificate.print': { zh: '打印登记证明', en: 'Certificate printed' },
  'certificate.list': { zh: '打印登记清单', en: 'List of contracts printed' },
  'certificate.check': { zh: '核验登记证明', en: 'Certificate checked' },
  'certificate.check-failed': { zh: '核验未通过', en: 'Check of a certificate failed' },
  'request.ask': { zh: '提出登记后申请', en: 'Request made' },
  'request.take-back': { zh: '撤回登记后申请', en: 'Request taken back' },
  'request.serve': { zh: '告知当事人', en: 'Party told of a revocation' },
  'request.state': { zh: '登记陈述申辩', en: 'Party’s statement recorded' },
  'request.endorse': { zh: '初审同意登记后申请', en: 'Request endorsed' },
  'request.decline': { zh: '未准予登记后申请', en: 'Request declined' },
  'evidence.attach': { zh: '上传依据材料', en: 'Evidence attached' },
  'evidence.remove': { zh: '移除依据材料', en: 'Evidence taken off' },
  'campaign.open': { zh: '开展自查', en: 'Self-audit opened' },
  'campaign.remind': { zh: '催办自查答复', en: 'Office reminded of its answers' },
  'campaign.close': { zh: '结束自查', en: 'Self-audit closed' },
  'campaign.export': { zh: '导出自查结果', en: 'Self-audit exported' },
  'finding.add': { zh: '登记自查问题', en: 'Finding added' },
  'finding.answer': { zh: '答复自查问题', en: 'Findings answered' },
  'finding.accept': { zh: '采纳自查答复', en: 'Answers accepted' },
  'finding.send-back': { zh: '退回自查答复', en: 'Answers sent back' },
  'finding.decide': { zh: '核定自查问题', en: 'Findings decided' },
  'file.read': { zh: '查看附件', en: 'File read' },
  'organisation.create': { zh: '新增单位', en: 'Organisation added' },
  'organisation.change': { zh: '修改单位信息', en: 'Organisation changed' },
  'view.save': { zh: '保存交叉表', en: 'Cross-table saved' },
  'view.share': { zh: '共享交叉表', en: 'Cross-table shared' },
  'view.unshare': { zh: '停止共享交叉表', en: 'Cross-table no longer shared' },
  'view.remove': { zh: '删除交叉表', en: 'Cross-table removed' },
  'audit.switch': { zh: '启停自查规则', en: 'Audit rule switched' },
  'report.edit': { zh: '编辑年报', en: 'Report edited' },
  'report.comment': { zh: '批注年报', en: 'Report commented on' },
  'report.resolve': { zh: '处理年报批注', en: 'Comment on a report resolved' },
  'report.record': { zh: '录入已发布年报', en: 'Published report recorded' },
  'report.review': { zh: '年报送审', en: 'Report sent for review' },
  'report.sign': { zh: '签署年报章节', en: 'Chapter of a report signed' },
  'report.take-back': { zh: '年报退回草稿', en: 'Report taken back to draft' },
  'report.publish': { zh: '发布年报', en: 'Report published' },
  'report.open': { zh: '年报向社会公开', en: 'Report made public' },
  'report.close': { zh: '年报停止公开', en: 'Report no longer public' },
  'report.export': { zh: '导出年报', en: 'Annual report exported' },
  'work.create': { zh: '录入台账记录', en: 'Work record entered' },
  'work.submit': { zh: '提交台账记录', en: 'Work records handed in' },
  'work.confirm': { zh: '确认台账记录', en: 'Work records confirmed' },
  'work.return': { zh: '退回台账记录', en: 'Work record returned' },
  'work.correct': { zh: '更正台账记录', en: 'Correction of a work record begun' },
  'work.withdraw': { zh: '撤销台账记录', en: 'Work record withdrawn' },
  'work.discard': { zh: '作废台账记录', en: 'Work record discarded' },
  'work.import': { zh: '导入台账', en: 'Work records imported' },
  'work.export': { zh: '导出台账', en: 'Work records exported' },
  'institution.list': { zh: '列入院所名录', en: 'Institution put on the list' },
  'institution.unlist': { zh: '移出院所名录', en: 'Institution taken off the list' },
  'institution.take-back': { zh: '撤回院所名录变更', en: 'Change of the list taken back' },
  'import.begin': { zh: '上传导入文件', en: 'Import file uploaded' },
  'import.judge': { zh: '核对导入文件', en: 'Import checked' },
  'import.write': { zh: '执行导入', en: 'Import carried out' },
  'import.ask': { zh: '按导入文件批量提出申请', en: 'Requests made from an import' },
  'import.undo': { zh: '撤销导入', en: 'Import taken back' },
  'import.cancel': { zh: '取消导入', en: 'Import cancelled' },
  'reconcile.begin': { zh: '上传对账文件', en: 'File to reconcile uploaded' },
  'reconcile.compare': { zh: '与全国系统比对', en: 'Compared with the national system' },
  'reconcile.decide': { zh: '处理对账差异', en: 'Differences decided' },
  'statement.sign': { zh: '签署月报表', en: 'Monthly statement signed' },
  'inflow.import': { zh: '导入吸纳数据', en: 'Inflow imported' },
  'unit.change': { zh: '变更登记单位', en: 'Unit changed' },
  'setting.change': { zh: '变更设置', en: 'Setting changed' },
  'calendar.change': { zh: '变更节假日', en: 'Calendar changed' },
  'code.change': { zh: '变更代码对照', en: 'Code mapping changed' },
  'account.create': { zh: '新建账号', en: 'Account created' },
  'account.change': { zh: '变更账号', en: 'Account changed' },
  'account.disable': { zh: '停用账号', en: 'Account disabled' },
  'account.enable': { zh: '启用账号', en: 'Account enabled' },
  'mail.change': { zh: '变更邮件提醒', en: 'Mail of notices changed' },
  'mail.test': { zh: '测试发信设置', en: 'Mail settings tried' },
  'mail.resend': { zh: '重新发送邮件', en: 'Mail sent once more' },
  'delegation.name': { zh: '指定代办人', en: 'Deputy named' },
  'delegation.hand-over': { zh: '移交工作', en: 'Work handed over' },
  'delegation.revoke': { zh: '撤销代办或移交', en: 'Deputy or hand-over revoked' },
  'password.reset': { zh: '重置密码', en: 'Password reset' },
  'preference.change': { zh: '变更偏好设置', en: 'Preferences changed' },
  'password.change': { zh: '修改密码', en: 'Password changed' },
  'token.create': { zh: '签发接口令牌', en: 'API token issued' },
  'token.withdraw': { zh: '收回接口令牌', en: 'API token withdrawn' },
  'sign-in': { zh: '登录', en: 'Signed in' },
  'sign-in.failed': { zh: '登录失败', en: 'Sign-in failed' },
  'sign-out': { zh: '退出', en: 'Signed out' },
  'list.export': { zh: '导出清单', en: 'List exported' },
  'table.export': { zh: '导出统计表', en: 'Table of figures exported' },
  'export.end': { zh: '导出完成', en: 'Export ended' },
  'ledger.export': { zh: '导出账本', en: 'Ledger exported' },
  'ledger.backup': { zh: '备份系统', en: 'Register backed up' },
  'trail.export': { zh: '导出审计日志', en: 'Trail exported' },
} as const satisfies Record<string, Words>

export type TrailAction = keyof typeof trailActions

export interface TrailEntry {
  action: TrailAction
  subjectKind:
    | 'contract'
    | 'certificate'
    | 'campaign'
    | 'request'
    | 'evidence'
    | 'attachment'
    | 'organisation'
    | 'unit'
    | 'institution'
    | 'setting'
    | 'calendar'
    | 'code'
    | 'account'
    | 'token'
    | 'mail'
    | 'delegation'
    | 'session'
    | 'trail'
    | 'ledger'
    | 'inflow'
    | 'work-record'
    | 'import'
    | 'view'
    | 'export'
    | 'reconciliation'
    | 'statement'
    | 'report'
    | 'rule'
  subject: string | null
  /** Identifiers, codes, before and after of settings and accounts; never contract content, passwords or tokens. */
  details?: Record<string, unknown>
}
