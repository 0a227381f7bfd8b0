import { answers } from './audit/finding'
import { refusalWords } from './checker/refusals'
import { statuses } from './contract/lifecycle'
import { unfitFile, unreadableFile } from './file-words'
import { batchStatuses } from './import/batch'
import type { ProblemDetail } from './problems'
import { requestStatuses } from './request/kinds'
import type { Unknown } from './result'
import { editionStatus, overtaken, recordStatus, wrongStatus } from './standing-words'
import type { Words } from './words'

/** One sentence for a problem: what is wrong and what can be done. */
export function problemWords(problem: ProblemDetail | Unknown): Words {
  switch (problem.code) {
    case 'not-found':
      return {
        zh: '没有找到这条记录，或您无权查看。',
        en: 'There is no such record, or it is outside your reach.',
      }
    case 'forbidden':
      return { zh: '您的角色不能进行此操作。', en: 'Your role can’t do this.' }
    case 'unauthenticated':
      return { zh: '登录已失效，请重新登录。', en: 'You are signed out. Please sign in again.' }
    case 'wrong-status':
      return wrongStatus(problem)
    case 'own-contract':
      return {
        zh: '录入或最后修改合同的人不能审核该合同，请由其他审核员办理。',
        en: 'Whoever entered or last edited a contract can’t decide on it; another approver has to.',
      }
    case 'same-approver':
      return {
        zh: '大额合同须由另一名审核员复核，您已完成第一次审核。',
        en: 'A large contract needs a second, different approver; you gave the first approval.',
      }
    case 'stands-for':
      return {
        zh: `您正代${problem.name}办理，${problem.name}不能决定的事项您也不能决定，请由其他人办理。`,
        en: `You stand in for ${problem.name}, who can’t decide this; neither can you. Somebody else has to.`,
      }
    case 'no-mail-server':
      return {
        zh: '尚未设置发信服务器，请运维人员设置 SMTP_URL 和 MAIL_FROM。',
        en: 'No mail server is set: the operator has to set SMTP_URL and MAIL_FROM.',
      }
    case 'already-disputed':
      return { zh: '该合同已列为争议合同。', en: 'The contract is marked as disputed already.' }
    case 'not-registered':
      return {
        zh: `合同现为“${statuses[problem.status].zh}”，登记有效的合同才能申请更正、变更、注销或撤销。`,
        en: `The contract is ${statuses[problem.status].en.toLowerCase()}; this can be asked of a contract on the register alone.`,
      }
    case 'no-paper':
      return {
        zh: `合同现为“${statuses[problem.status].zh}”，只有登记有效的合同可以打印登记证明。`,
        en: `The contract is ${statuses[problem.status].en.toLowerCase()}; a certificate is made of a contract on the register alone.`,
      }
    case 'request-open':
      return {
        zh: '该合同已有一项申请正在办理，办结后才能再提出。',
        en: 'Another request on this contract is open; wait until it is settled.',
      }
    case 'no-difference':
      return {
        zh: '填写的内容与登记内容相同，没有需要更正或变更的地方。',
        en: 'Nothing differs from what is registered.',
      }
    case 'evidence-missing':
      return { zh: '请先上传依据材料，再提出申请。', en: 'Attach the papers it rests on first.' }
    case 'campaign-closed':
      return {
        zh: '自查已结束，不能再办理。',
        en: 'The self-audit is closed; nothing more can be done in it.',
      }
    case 'finding-settled':
      return { zh: '该问题已经核定。', en: 'The finding is settled already.' }
    case 'not-answered':
      return {
        zh: '该问题尚未答复，可以直接核定。',
        en: 'It has not been answered; it can be decided outright.',
      }
    case 'nothing-to-mend':
      return {
        zh: '该问题针对登记单位，没有可更正或撤销的合同，请作说明。',
        en: 'It is about the office, not a contract: explain it.',
      }
    case 'request-missing':
      return {
        zh: `尚未提出${answers[problem.outcome].words.zh}申请，或申请未获准予。请先在合同页提出申请并办结。`,
        en: `No granted request (${answers[problem.outcome].words.en.toLowerCase()}) followed yet; it has to be asked for and granted first.`,
      }
    case 'request-pending':
      return {
        zh: `${answers[problem.outcome].words.zh}申请正在审批，办结后才能核定。`,
        en: `The request (${answers[problem.outcome].words.en.toLowerCase()}) is still waiting; settle the finding once it is granted.`,
      }
    case 'findings-open':
      return {
        zh: `还有 ${problem.count} 个问题没有核定，全部核定后才能结束自查。`,
        en: `${problem.count} findings are not settled yet; the self-audit can be closed once all are.`,
      }
    case 'nothing-in-scope':
      return {
        zh: '所选范围内没有已登记的合同。',
        en: 'No registered contract lies in this scope.',
      }
    case 'too-many-chosen':
      return {
        zh: `一次最多 ${problem.most} 份，请缩小筛选范围。`,
        en: `At most ${problem.most} at once: please narrow the filter.`,
      }
    case 'request-closed':
      return {
        zh: `该申请${requestStatuses[problem.requestStatus].zh}，不能再办理。`,
        en: `The request is ${requestStatuses[problem.requestStatus].en.toLowerCase()}; nothing more can be done with it.`,
      }
    case 'own-request':
      return {
        zh: '提出申请的人不能审批该申请，请由其他审核员办理。',
        en: 'Whoever asked can’t decide; another approver has to.',
      }
    case 'others-request':
      return { zh: '只有提出申请的人可以撤回。', en: 'Only whoever asked can take it back.' }
    case 'record-status':
      return recordStatus(problem)
    case 'own-record':
      return {
        zh: '录入或最后修改这条记录的人不能确认，请由其他人确认。',
        en: 'Whoever entered or last edited the record can’t confirm it; somebody else has to.',
      }
    case 'record-exists':
      return {
        zh: '台账中已有这条记录，请打开原记录修改或更正。',
        en: 'The register holds this record already; edit or correct that one.',
      }
    case 'no-hearing':
      return {
        zh: '只有撤销登记须告知当事人并听取陈述申辩。',
        en: 'Only a revocation needs notice and hearing.',
      }
    case 'notice-first':
      return {
        zh: '撤销登记前须先书面告知当事人，请登记告知。',
        en: 'The party has to be told in writing first; record the notice.',
      }
    case 'notice-served':
      return { zh: '告知已经登记。', en: 'The notice is on record already.' }
    case 'statement-first':
      return {
        zh: `当事人的陈述申辩期至 ${problem.until} 届满；请登记其陈述申辩，或期满后再作决定。`,
        en: `The party may speak until ${problem.until}; record its statement, or decide after that day.`,
      }
    case 'already-stated':
      return { zh: '陈述申辩情况已经登记。', en: 'The statement is on record already.' }
    case 'edition-status':
      return editionStatus[problem.edition ?? 'none']
    case 'own-review':
      return {
        zh: '送审的人不能发布，请由另一名稽核员发布，或由其他人重新送审。',
        en: 'Whoever opened the review can’t publish; another auditor has to, or somebody else opens it anew.',
      }
    case 'report-fails':
      return {
        zh: `有 ${problem.failures.length} 处核对未通过，处理后才能发布。`,
        en: `${problem.failures.length} checks fail; the report can be published once all hold.`,
      }
    case 'invalid-input':
      return {
        zh: '填写的内容有误，请按提示修改。',
        en: 'Something is not filled in correctly; see the notes beside the fields.',
      }
    case 'check-failed': {
      const open = problem.findings.filter(({ severity }) => severity !== 'hint').length
      return {
        zh: `还有 ${open} 处需要处理，处理后再提交。`,
        en: `${open} points are still open; settle them and submit again.`,
      }
    }
    case 'conflict':
      return overtaken(problem)
    case 'too-large':
      return { zh: `文件超过 ${problem.most} MB 上限。`, en: `The file is larger than ${problem.most} MB.` }
    case 'wrong-type':
      return {
        zh: '只接收 PDF 和图片（JPG、PNG）文件。',
        en: 'Only PDF files and pictures (JPG, PNG) are taken.',
      }
    case 'malformed':
      return { zh: '请求正文不是有效的 JSON。', en: 'The body is not valid JSON.' }
    case 'not-json':
      return {
        zh: '请求正文应为 JSON（Content-Type: application/json）。',
        en: 'The body must be JSON (Content-Type: application/json).',
      }
    case 'body-too-large':
      return {
        zh: `请求正文超过 ${problem.most} 字节上限。`,
        en: `The body is larger than ${problem.most} bytes.`,
      }
    case 'too-deep':
      return {
        zh: `请求正文的嵌套超过 ${problem.most} 层。`,
        en: `The body is nested more than ${problem.most} levels deep.`,
      }
    case 'no-such-address':
      return {
        zh: '接口没有这个地址，请查阅接口说明。',
        en: 'The API has no such address; see its description.',
      }
    case 'method-not-allowed':
      return {
        zh: `这个地址只接受 ${problem.allow.join('、')}。`,
        en: `This address takes ${problem.allow.join(', ')} alone.`,
      }
    case 'not-acceptable':
      return {
        zh: `这个地址只能答复 ${problem.offered.join('、')}（Accept）。`,
        en: `This address answers with ${problem.offered.join(', ')} alone (Accept).`,
      }
    case 'precondition-failed':
      return {
        zh: '内容在您读取之后已有变动，请重新读取后再试。',
        en: 'It has changed since you read it; read it again, then try anew.',
      }
    case 'key-running':
      return {
        zh: '带此 Idempotency-Key 的请求正在办理，请稍后再问。',
        en: 'A request with this Idempotency-Key is still being dealt with; ask again shortly.',
      }
    case 'key-reused':
      return {
        zh: '此 Idempotency-Key 已用于另一请求，请换一个。',
        en: 'This Idempotency-Key was used for another request; take a new one.',
      }
    case 'read-only-token':
      return { zh: '该令牌只能读取。', en: 'This token may only read.' }
    case 'unfit-file':
      return unfitFile[problem.reason]
    case 'unreadable-report':
      return refusalWords[problem.reason]
    case 'import-status': {
      const { zh, en } = batchStatuses[problem.status]
      return {
        zh: `这次导入现为“${zh}”，不能进行此操作。请刷新查看。`,
        en: `The import is now “${en.toLowerCase()}”; this can’t be done. Reload to see it.`,
      }
    }
    case 'import-decided':
      return {
        zh: `其中 ${problem.count} 项合同导入后已提交或办理，不能整批撤销。请先撤回，或逐项作废。`,
        en: `${problem.count} of its contracts were submitted or acted on since; withdraw those first, or discard one by one.`,
      }
    case 'import-printed': {
      const { numbers, count } = problem
      const more = count > numbers.length
      return {
        zh: `编号 ${numbers.join('、')} ${more ? `等 ${count} 项` : '的'}合同已打印登记证明或清单，不能整批撤销。请对这些合同申请撤销登记。`,
        en: `Certificates or lists were printed of ${numbers.join(', ')}${more ? ` and ${count - numbers.length} more` : ''}; the import can’t be taken back as a whole. Ask for their registrations to be revoked instead.`,
      }
    }
    case 'figures-moved':
      return {
        zh: '数字在您查看之后有变动，请刷新核对后再签署。',
        en: 'The figures moved after you saw them; look at them again before signing.',
      }
    case 'unreadable-file':
      return unreadableFile(problem.reason, problem.at)
    case 'too-many-requests':
      return {
        zh: `请求过于频繁，请 ${problem.retryAfter} 秒后再试。`,
        en: `Too many requests. Try again in ${problem.retryAfter} s.`,
      }
    case 'too-many-attempts':
      return { zh: '请求过于频繁，请稍后再试。', en: 'Too many requests; please try again later.' }
    case 'state-secret':
      return {
        zh: '涉及国家秘密的合同不得在本系统录入或保存，请按保密规定线下办理。',
        en: 'A contract with state secrets must not be entered or kept here; it is handled offline under the secrecy rules.',
      }
    case 'unavailable':
      return {
        zh: '服务暂时不可用，请稍后再试。',
        en: 'The service is not available just now; please try again later.',
      }
    case 'unknown':
      return {
        zh: `系统出现问题，您的内容没有丢失。请重试；仍不成功时请告知管理员编号 ${problem.reference}。`,
        en: `Something went wrong; nothing you entered is lost. Try again, or tell the administrator reference ${problem.reference}.`,
      }
  }
}
