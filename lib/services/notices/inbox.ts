import 'server-only'
import { findEnabled } from '@/db/queries/accounts'
import { countApart, countNotices, listNotices, readWaiting } from '@/db/queries/inbox'
import { gate, inTransaction } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { type InboxQuery, type Notice, noticesPerPage } from '@/lib/domain/notice/notice'
import type { WaitingLine } from '@/lib/domain/notice/waiting'
import { deskClock } from '../approvals/desk-clock'
import { reading } from '../reader'

export interface Inbox {
  waiting: WaitingLine[]
  notices: Notice[]
  counts: { unread: number; all: number }
  today: string
  /** A deadline up to this day is near. */
  nearUntil: string
}

/** What waits for a person, and a page of what they were told. */
export const readInbox = (actor: Actor, { tab, group, page }: InboxQuery): Promise<Inbox> =>
  reading(actor, 'account.self', async (tx) => {
    const offset = (page - 1) * noticesPerPage
    const [waiting, notices, counts, { clock }] = await Promise.all([
      readWaiting(tx, actor),
      listNotices(tx, actor, { unreadOnly: tab === 'unread', group }, { limit: noticesPerPage, offset }),
      countNotices(tx, actor, group),
      deskClock(tx),
    ])
    return { waiting, notices, counts, today: clock.today, nearUntil: clock.nearUntil }
  })

/** What waits for the person of an account, whoever asks: the mail worker tells them of it, and sees none of it itself. */
export async function waitingFor(account: string): Promise<WaitingLine[]> {
  const actor = await inTransaction(gate, (tx) => findEnabled(tx, { id: account }))
  return actor ? inTransaction(actor, (tx) => readWaiting(tx, actor)) : []
}

/** How many things wait for a person or were told and not read; nothing counts twice. */
export const countInbox = (actor: Actor): Promise<number> =>
  reading(actor, 'account.self', async (tx) => {
    const [waiting, apart] = await Promise.all([readWaiting(tx, actor), countApart(tx, actor)])
    return waiting.reduce((sum, { count }) => sum + count, apart)
  })
