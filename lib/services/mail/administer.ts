import 'server-only'
import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { countMails, listMails, type OutboxLine, queueMail, requeueMail } from '@/db/queries/outbox'
import { recordTrail } from '@/db/trail'
import type { Actor } from '@/lib/domain/access/actor'
import type { OutboxStatus } from '@/lib/domain/mail/outbox'
import { Problem } from '@/lib/domain/problems'
import { reading } from '../reader'
import { verb } from '../verb'
import { mailServer } from './server'

export const mailsPerPage = 50

export interface MailRoom {
  /** Host, port and sender, without the password; null where no server is set. */
  server: { host: string; port: number; secure: boolean; login: string | null; from: string } | null
  counts: Partial<Record<OutboxStatus, number>>
  mails: OutboxLine[]
}

/** The state of the mail: the server, what is on its way, what failed. */
export const readMailRoom = (
  actor: Actor,
  { status, page }: { status?: OutboxStatus | undefined; page: number },
): Promise<MailRoom> =>
  reading(actor, 'account.read', async (tx) => {
    const offset = (page - 1) * mailsPerPage
    const [counts, mails] = await Promise.all([
      countMails(tx),
      listMails(tx, status, { limit: mailsPerPage, offset }),
    ])
    const server = mailServer()
    return {
      server: server && {
        host: server.host,
        port: server.port,
        secure: server.secure,
        login: server.login?.user ?? null,
        from: server.from,
      },
      counts,
      mails,
    }
  })

/** Queues a mail that tries the settings; what became of it stands in the list within seconds. @throws {Problem} no-mail-server */
export const tryMail = verb(
  'account.write',
  z.strictObject({ address: z.email('mail').max(200), language: z.enum(['zh-CN', 'en']).default('zh-CN') }),
  async ({ tx, actor }, { address, language }) => {
    if (!mailServer()) throw new Problem({ code: 'no-mail-server' })
    const id = newId()
    await queueMail(tx, { id, account: actor.id, address, language, kind: 'test' }, [])
    await recordTrail(tx, actor, {
      action: 'mail.test',
      subjectKind: 'mail',
      subject: id,
      details: { mail: address },
    })
    return { id }
  },
)

/** Sends once more what failed or is unclear: the person may then get it twice. @throws {Problem} not-found */
export const resendMail = verb(
  'account.write',
  z.strictObject({ id: z.uuid() }),
  async ({ tx, actor }, { id }) => {
    if (!(await requeueMail(tx, id))) throw new Problem({ code: 'not-found' })
    await recordTrail(tx, actor, { action: 'mail.resend', subjectKind: 'mail', subject: id })
    return { id }
  },
)
