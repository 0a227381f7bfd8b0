import 'server-only'
import { Readable } from 'node:stream'
import MailComposer from 'nodemailer/lib/mail-composer'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { Letter } from '@/lib/domain/mail/letter'
import { type Delivery, deliveryOf } from '@/lib/domain/mail/outbox'
import type { MailServer } from './server'

/** Milliseconds. Well within the hold that a process has on a mail. */
const timeouts = {
  connectionTimeout: 15_000,
  greetingTimeout: 15_000,
  dnsTimeout: 15_000,
  socketTimeout: 30_000,
}

export interface Mail extends Letter {
  to: string
  messageId: string
  date: Date
}

/**
 * Hands one mail to the server. The connection is driven by hand, because it must be known whether the server had asked
 * for the text when something breaks: before, it is tried again; after, nobody can say whether it was delivered.
 */
export async function deliver({ from, login, ...server }: MailServer, mail: Mail): Promise<Delivery> {
  const composed = new MailComposer({
    from,
    headers: { 'Auto-Submitted': 'auto-generated' },
    ...mail,
  }).compile()
  const envelope = composed.getEnvelope()
  const bytes = await composed.build()
  const connection = new SMTPConnection({ ...server, ...timeouts })
  let begun = false
  const text = new Readable({
    read() {
      begun = true
      this.push(bytes)
      this.push(null)
    },
  })
  try {
    const answer = await new Promise<string>((resolve, reject) => {
      connection.on('error', reject)
      connection.on('end', () => reject(new Error('The server closed the connection')))
      connection.connect((unconnected) => {
        if (unconnected) return reject(unconnected)
        const send = () =>
          connection.send(envelope, text, (unsent, info) =>
            unsent ? reject(unsent) : resolve(info.response),
          )
        if (!login) return send()
        connection.login({ credentials: login }, (unknown) => (unknown ? reject(unknown) : send()))
      })
    })
    connection.quit()
    return { outcome: 'sent', answer }
  } catch (error) {
    connection.close()
    return deliveryOf(error as Error, begun)
  }
}
