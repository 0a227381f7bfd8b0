import type { Words } from '../words'

export const outboxStatuses = {
  queued: { zh: '待发送', en: 'Queued' },
  sending: { zh: '发送中', en: 'Sending' },
  sent: { zh: '已发送', en: 'Sent' },
  failed: { zh: '发送失败', en: 'Failed' },
  unclear: { zh: '结果不明', en: 'Unclear' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
} as const satisfies Record<string, Words>

export type OutboxStatus = keyof typeof outboxStatuses
export const outboxStatusNames = Object.keys(outboxStatuses) as OutboxStatus[]

export const cadences = {
  none: { zh: '不发邮件', en: 'No mail' },
  once: { zh: '有通知时随即发送', en: 'At once' },
  daily: { zh: '每天早上汇总一封', en: 'One each morning' },
} as const satisfies Record<string, Words>

export type Cadence = keyof typeof cadences
export const cadenceNames = Object.keys(cadences) as Cadence[]

/** Hour in Asia/Shanghai from which the daily mail goes out. */
export const DIGEST_HOUR = 8

/** A mail that is temporarily not taken is tried so often, over some nine hours. */
export const MOST_ATTEMPTS = 8

/** Seconds until the next attempt after so many: 1, 4, 16 minutes, and then 2 hours each. */
export const pauseAfter = (attempts: number): number => Math.min(60 * 4 ** (attempts - 1), 7200)

/** What trying to hand a mail over came to. `unclear`: its text was on the way and no answer came. */
export type Delivery = { outcome: 'sent' | 'again' | 'refused' | 'unclear'; answer: string }

/** A failure while handing over, as an SMTP client tells it. */
export interface SmtpFailure {
  message: string
  /** Of the server's answer (RFC 5321, 4.2.1). */
  responseCode?: number | undefined
  /** The client's own word for what went wrong. */
  code?: string | undefined
}

const MOST_WORDS = 300
/** Of nodemailer: what fails before the mail itself is spoken of. */
const ofSettings = ['EAUTH', 'ENOAUTH', 'ETLS', 'EDNS']

/**
 * What a failure means. 5yz is final, 4yz and a connection that does not stand are tried again (RFC 5321, 4.2.1); what
 * breaks off once the text is on the way may have been delivered, and is not sent a second time.
 * @param begun whether the server had asked for the text
 */
export function deliveryOf({ message, responseCode = 0, code }: SmtpFailure, begun: boolean): Delivery {
  const answer = message.replace(/\s+/g, ' ').slice(0, MOST_WORDS)
  // A password or a TLS that is refused is a fault of the settings, not of the mail: they will be mended.
  if (ofSettings.includes(code ?? '')) return { outcome: 'again', answer }
  if (responseCode >= 500) return { outcome: 'refused', answer }
  if (responseCode >= 400) return { outcome: 'again', answer }
  // No address of ours that the client itself refuses becomes right by waiting.
  if (code === 'EENVELOPE') return { outcome: 'refused', answer }
  return { outcome: begun ? 'unclear' : 'again', answer }
}

/** What becomes of the mail. */
export function settledAs({ outcome }: Delivery, attempts: number): 'sent' | 'queued' | 'failed' | 'unclear' {
  switch (outcome) {
    case 'sent':
      return 'sent'
    case 'refused':
      return 'failed'
    case 'unclear':
      return 'unclear'
    case 'again':
      return attempts < MOST_ATTEMPTS ? 'queued' : 'failed'
  }
}
