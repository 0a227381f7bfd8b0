import 'server-only'
import { randomUUID } from 'node:crypto'
import { v7 as newId } from 'uuid'
import { readAccountNames } from '@/db/queries/accounts'
import {
  claimMail,
  dueMails,
  giveUpLost,
  markDigests,
  noticesOfMail,
  type OutboxRow,
  queueMail,
  settleMail,
  withdrawMails,
} from '@/db/queries/outbox'
import { inTransaction, post } from '@/db/transaction'
import { letterOf, messageIdOf, trialLetter } from '@/lib/domain/mail/letter'
import { DIGEST_HOUR, pauseAfter, settledAs } from '@/lib/domain/mail/outbox'
import { routes } from '@/lib/routes'
import { waitingFor } from '../notices/inbox'
import { deliver, type Mail } from './deliver'
import { type MailServer, mailServer, ownOrigin } from './server'

/** Writes the mails that are due, of notices not mailed before; in one transaction with the marks that say so. */
export const composeMails = (): Promise<number> =>
  inTransaction(post, async (tx, at) => {
    const due = await dueMails(tx, shanghaiHour(at) >= DIGEST_HOUR)
    const told = due.filter(({ notices }) => notices.length > 0)
    for (const { account, address, language, cadence, notices } of told) {
      await queueMail(tx, { id: newId(), account, address, language, kind: cadence }, notices.map(Number))
    }
    await markDigests(
      tx,
      due.filter(({ cadence }) => cadence === 'daily').map(({ account }) => account),
    )
    return told.length
  })

const shanghaiHour = (at: Date): number => (at.getUTCHours() + 8) % 24

/**
 * Sends one mail that is due. It is marked as being sent before, and as sent after; a process that dies between leaves it
 * unclear, which is told and never sent again by itself. False where nothing was due.
 */
export async function sendNext(server: MailServer, hand = deliver): Promise<boolean> {
  const worker = randomUUID()
  const claimed = await inTransaction(post, async (tx, at) => {
    await withdrawMails(tx)
    const row = await claimMail(tx, worker)
    return row && { row, mail: await written(tx, row, at, server.from) }
  })
  if (!claimed) return false
  const { row, mail } = claimed
  const delivery = await hand(server, mail)
  const status = settledAs(delivery, row.attempts)
  await inTransaction(post, (tx) =>
    settleMail(
      tx,
      { id: row.id, worker },
      { status, answer: delivery.answer, pause: status === 'queued' ? pauseAfter(row.attempts) : 0 },
    ),
  )
  return true
}

async function written(
  tx: Parameters<typeof noticesOfMail>[0],
  row: OutboxRow,
  date: Date,
  from: string,
): Promise<Mail> {
  const head = { to: row.address, messageId: messageIdOf(row.id, from), date }
  if (row.kind === 'test') return { ...head, ...trialLetter(row.language) }
  const name = (await readAccountNames(tx, [row.account])).get(row.account) ?? ''
  const link = ownOrigin() + routes.inbox()
  const notices = await noticesOfMail(tx, row)
  // Asked in the reach of the person, and before the mail is on its way: what fails here is tried again.
  const waiting = row.kind === 'daily' ? await waitingFor(row.account) : []
  return { ...head, ...letterOf({ name, notices, waiting, link }, row.language) }
}

/** All there is to do now: what was lost is told, what is due is written and sent. */
export async function workMail(server: MailServer, hand = deliver): Promise<void> {
  await inTransaction(post, giveUpLost)
  await composeMails()
  while (await sendNext(server, hand));
}

const EVERY = 15_000

/** Sees to the mail every few seconds for as long as the process lives, if a server is set. */
export function workMailAlways(): void {
  const held = globalThis as typeof globalThis & { jishiMailing?: NodeJS.Timeout }
  const server = mailServer()
  if (held.jishiMailing || !server) return
  let working = false
  held.jishiMailing = setInterval(() => {
    if (working) return
    working = true
    workMail(server)
      .catch((error) => console.error('Seeing to the mail failed; next try in some seconds.', error))
      .finally(() => {
        working = false
      })
  }, EVERY)
  held.jishiMailing.unref()
}
