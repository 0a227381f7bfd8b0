import { kindOfNotice } from '../notice/kinds'
import { type Notice, nameOfNotice } from '../notice/notice'
import { type WaitingLine, waitingKinds } from '../notice/waiting'
import { say } from '../words'

export interface Letter {
  subject: string
  text: string
}

type Told = Pick<Notice, 'kind' | 'params' | 'dueOn' | 'standsFor'>

/** What stands under one number in a letter: the most a person reads; the rest is told by its number. */
const MOST = 30

/** What a letter tells a person. */
export interface Telling {
  name: string
  notices: readonly Told[]
  /** What waits beside, of a daily mail. */
  waiting: readonly WaitingLine[]
  /** The inbox, in full. */
  link: string
}

/**
 * The mail of a person's notices, and how much waits. Mail is read by many on its way: it says what waits, its number and
 * its deadline, and never what a contract says or who its parties are.
 */
export function letterOf({ name, notices, waiting, link }: Telling, language: string): Letter {
  const english = language === 'en'
  const lines = notices.slice(0, MOST).flatMap((notice, index) => lineOf(notice, index + 1, language))
  const rest = notices.length - MOST
  const count = notices.length
  return {
    subject: english
      ? `Jishi: ${count} new ${count === 1 ? 'notice' : 'notices'}`
      : `技市：${count} 项新通知`,
    text: [
      english ? `${name},` : `${name}：`,
      '',
      ...lines,
      ...(rest > 0 ? [english ? `… and ${rest} more.` : `……另有 ${rest} 项。`, ''] : []),
      ...waitingLines(waiting, language),
      english ? `Read and answer: ${link}` : `查看并办理：${link}`,
      '',
      english
        ? 'Sent by Jishi, the register of technology contracts. Mails say what waits, never what a contract says. Change or stop them in the inbox, under “Mail and deputies”.'
        : '本邮件由技术合同登记系统（技市）自动发送，只说明有何事项，不含合同内容。可在“收件箱—邮件提醒与代办”中更改或停止。',
      '',
    ].join('\n'),
  }
}

/** As the inbox counts it, whether told of or not. */
function waitingLines(waiting: readonly WaitingLine[], language: string): string[] {
  if (waiting.length === 0) return []
  const english = language === 'en'
  const lines = waiting.map(({ kind, count, dueOn, overdue }) => {
    const about = `${say(waitingKinds[kind].words, language)}${english ? ':' : ''} ${count}${english ? '' : ' 项'}`
    const due = [
      dueOn && (english ? `first due ${dueOn}` : `最早 ${dueOn} 到期`),
      overdue > 0 && (english ? `${overdue} overdue` : `已逾期 ${overdue} 项`),
    ].filter(Boolean)
    if (due.length === 0) return `   ${about}`
    return english ? `   ${about} (${due.join(', ')})` : `   ${about}（${due.join('，')}）`
  })
  return [english ? 'Waiting for you now:' : '目前待您办理：', ...lines, '']
}

function lineOf({ kind, params, dueOn, standsFor }: Told, number: number, language: string): string[] {
  const english = language === 'en'
  const spec = kindOfNotice(kind)
  const about = [say(spec.words, language), nameOfNotice(params)].filter(Boolean).join(english ? ': ' : ' ')
  const more = [
    say(spec.cause, language),
    dueOn && (english ? `due ${dueOn}` : `${dueOn} 到期`),
    standsFor && (english ? `for ${standsFor}` : `代${standsFor}`),
  ].filter(Boolean)
  return [`${number}. ${about}`, `   ${more.join(english ? '; ' : '；')}`, '']
}

/** What the administrator sends to try the settings. */
export const trialLetter = (language: string): Letter =>
  language === 'en'
    ? {
        subject: 'Jishi: mail works',
        text: 'This mail was sent to try the settings. Nothing is to be done.\n',
      }
    : { subject: '技市：邮件设置可用', text: '这是一封测试邮件，用于核对发信设置，无需处理。\n' }

/** The name a mail is known by for ever: of its row, so that one sent twice would be seen to be the same (RFC 5322, 3.6.4). */
export const messageIdOf = (id: string, from: string): string =>
  `<${id}@${/@([^>\s]+)>?\s*$/.exec(from)?.[1] ?? 'localhost'}>`
