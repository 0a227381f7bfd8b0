import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { sql } from '@/db/testing/sql'
import type { Actor } from '@/lib/domain/access/actor'
import { person, registrarOf } from '@/lib/testing/house'
import { type MailServer, readMailServer } from '../server'
import { setOwnMail } from '../setting'

export const [own, other, admin] = [registrarOf('D08'), registrarOf('D01'), person('admin')]

/** A mail server of this machine: what it took, and what it answers. */
export interface Post {
  taken: { to: string[]; text: string }[]
  /** Sessions that came as far as the text. */
  texts: number
  server: MailServer
  close(): Promise<void>
}

export const failing = (responseCode: number, message = 'not now') =>
  Object.assign(new Error(message), { responseCode })

export async function listening(options: SMTPServerOptions = {}): Promise<Post> {
  const taken: Post['taken'] = []
  const post = { taken, texts: 0 } as Post
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onData(stream, session, done) {
      post.texts += 1
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        taken.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          text: Buffer.concat(parts).toString('utf8'),
        })
        done()
      })
    },
    ...options,
  })
  smtp.on('error', () => {})
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve))
  const { port } = smtp.server.address() as AddressInfo
  post.server = readMailServer(`smtp://127.0.0.1:${port}`, '技市 <jishi@corps.example>')
  post.close = () => new Promise((resolve) => smtp.close(resolve))
  return post
}

export const subscribe = (
  actor: Actor,
  cadence: 'none' | 'once' | 'daily',
  language: 'zh-CN' | 'en' = 'zh-CN',
) => setOwnMail(actor, { address: `${actor.username}@corps.example`, cadence, language })

/** The text of a mail without its transfer encoding. */
export function plain(text: string): string {
  const [head = '', ...body] = text.split(/\r?\n\r?\n/)
  const words = /base64/i.test(head)
    ? Buffer.from(body.join(''), 'base64').toString('utf8')
    : Buffer.from(
        body
          .join('\n\n')
          .replace(/=\r?\n/g, '')
          .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
        'latin1',
      ).toString('utf8')
  return words
}

export const mails = async () =>
  sql()`select id, account, status, attempts, answer, address from outbox order by queued_at, id`

export const statuses = async () => (await mails()).map(({ status }) => status)

/** Brings the next attempt of whatever waits forward, as time would. */
export async function later() {
  await sql()`alter table outbox disable trigger outbox_guard`
  await sql()`update outbox set next_at = now() - interval '1 second', worker_until = now() - interval '1 second'`
  await sql()`alter table outbox enable trigger outbox_guard`
}
