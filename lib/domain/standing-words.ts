import { actions, statuses } from './contract/lifecycle'
import type { EditionStatus } from './edition/edition'
import type { ProblemDetail } from './problems'
import type { Words } from './words'
import { recordActions, recordStatuses } from './work-records/lifecycle'

export const editionStatus: Record<EditionStatus | 'none', Words> = {
  none: { zh: '年报尚未送审。', en: 'The report has not been sent for review.' },
  draft: { zh: '年报已退回草稿，请重新送审。', en: 'The report is a draft again; send it for review anew.' },
  review: { zh: '年报已在审签中。', en: 'The report is under review already.' },
  published: { zh: '该版年报已发布，不能再改。', en: 'This edition is published and can’t change any more.' },
}

export function wrongStatus({
  status,
  action,
  possible,
}: Extract<ProblemDetail, { code: 'wrong-status' }>): Words {
  const now = statuses[status]
  const wanted = actions[action]
  const zh = possible.map((one) => `“${actions[one].zh}”`).join('、')
  const en = possible.map((one) => actions[one].en.toLowerCase()).join(', ')
  return {
    zh: `合同现为“${now.zh}”，不能${wanted.zh}${zh ? `；可以${zh}` : ''}。`,
    en: `The contract is ${now.en.toLowerCase()}: it can’t be changed by “${wanted.en.toLowerCase()}”${en ? `; possible: ${en}` : ''}.`,
  }
}

export function overtaken({ by, at }: Extract<ProblemDetail, { code: 'conflict' }>): Words {
  if (!by || !at) {
    return {
      zh: '该合同刚被他人修改，请刷新后再试。',
      en: 'Somebody else has just changed this contract; reload and try again.',
    }
  }
  const zhTime = new Intl.DateTimeFormat('zh-CN', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Asia/Shanghai',
  })
  const enTime = new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Asia/Shanghai',
  })
  return {
    zh: `${by}已于 ${zhTime.format(new Date(at))} 处理了该合同，请刷新查看。`,
    en: `${by} dealt with this contract at ${enTime.format(new Date(at))}; reload to see it.`,
  }
}

export function recordStatus({
  recordStatus: status,
  recordAction: action,
  instead,
}: Extract<ProblemDetail, { code: 'record-status' }>): Words {
  const [now, wanted] = [recordStatuses[status], recordActions[action].words]
  const zh = instead.map((one) => `“${recordActions[one].words.zh}”`).join('、')
  const en = instead.map((one) => recordActions[one].words.en.toLowerCase()).join(', ')
  return {
    zh: `记录现为“${now.zh}”，不能${wanted.zh}${zh ? `；可以${zh}` : ''}。`,
    en: `The record is “${now.en.toLowerCase()}”: “${wanted.en.toLowerCase()}” is not possible${en ? `; possible: ${en}` : ''}.`,
  }
}
