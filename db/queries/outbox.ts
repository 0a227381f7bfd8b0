import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Cadence, OutboxStatus } from '@/lib/domain/mail/outbox'
import type { NoticeKindName } from '@/lib/domain/notice/kinds'
import { type Notice, noticeParamsSchema } from '@/lib/domain/notice/notice'
import type { Tx } from '../client'
import { account, mailSetting, notice, outbox, outboxNotice } from '../schema'

export type MailSetting = typeof mailSetting.$inferSelect & { cadence: Cadence }
export type OutboxRow = typeof outbox.$inferSelect & { status: OutboxStatus }

export async function findMailSetting(tx: Tx, of: string): Promise<MailSetting | null> {
  const [row] = await tx.select().from(mailSetting).where(eq(mailSetting.account, of))
  return row ? (row as MailSetting) : null
}

/** Keeps a person's address and cadence. From a change of either on only new notices are mailed. */
export async function keepMailSetting(
  tx: Tx,
  of: string,
  values: { address: string; cadence: Cadence; language: string },
): Promise<void> {
  await tx
    .insert(mailSetting)
    .values({ account: of, ...values })
    .onConflictDoUpdate({ target: mailSetting.account, set: { ...values, since: sql`jishi_now()` } })
}

interface Due {
  account: string
  address: string
  language: string
  cadence: 'once' | 'daily'
  notices: number[]
}

/**
 * Who is to be written to now, and of what: unread notices whose cause stands and that were not mailed to them; for the
 * daily mail also those of whom there is nothing to tell, whose morning is over with it. Each
 * person is held until the transaction ends; who is held by another process is left to it.
 */
export async function dueMails(tx: Tx, daily: boolean): Promise<Due[]> {
  const cadence = daily
    ? sql`(s.cadence = 'once' or (s.cadence = 'daily' and s.digest_on is distinct from jishi_today()))`
    : sql`s.cadence = 'once'`
  return tx.execute<Due & Record<string, unknown>>(sql`
    with held as materialized (
      select s.* from mail_setting s join account a on a.id = s.account
      where ${cadence} and s.address <> '' and a.disabled_at is null
      order by s.account for update of s skip locked
    )
    select held.account, held.address, held.language, held.cadence,
      coalesce(array_agg(n.id order by n.id) filter (where n.id is not null), '{}') as notices
    from held join account a on a.id = held.account
    left join notice n on n.at >= held.since and n.ended_at is null
      and (n.account = a.id or (n.role = a.role and (n.unit is null or n.unit = a.unit))
        or n.account = any(jishi_stands_for(a.id)))
      and not exists (select from notice_read r where r.notice = n.id and r.account = a.id)
      and not exists (select from outbox_notice o where o.notice = n.id and o.account = a.id)
    group by 1, 2, 3, 4 having count(n.id) > 0 or held.cadence = 'daily'`)
}

export async function queueMail(
  tx: Tx,
  mail: { id: string; account: string; address: string; language: string; kind: 'once' | 'daily' | 'test' },
  notices: readonly number[],
): Promise<void> {
  await tx.insert(outbox).values(mail)
  if (notices.length === 0) return
  await tx
    .insert(outboxNotice)
    .values(notices.map((one) => ({ outbox: mail.id, account: mail.account, notice: one })))
}

/** No second daily mail today for those who got theirs. */
export async function markDigests(tx: Tx, accounts: readonly string[]): Promise<void> {
  if (accounts.length === 0) return
  await tx
    .update(mailSetting)
    .set({ digestOn: sql`jishi_today()` })
    .where(inArray(mailSetting.account, [...accounts]))
}

/** Seconds a process may take over one mail. */
const LEASE = 120

/** The next mail that is due, held for this process; null where there is none. */
export async function claimMail(tx: Tx, worker: string): Promise<OutboxRow | null> {
  const [row] = await tx
    .update(outbox)
    .set({
      status: 'sending',
      worker,
      workerUntil: sql`jishi_now() + make_interval(secs => ${LEASE})`,
      attempts: sql`${outbox.attempts} + 1`,
    })
    .where(
      inArray(
        outbox.id,
        tx
          .select({ id: outbox.id })
          .from(outbox)
          .where(and(eq(outbox.status, 'queued'), sql`${outbox.nextAt} <= jishi_now()`))
          .orderBy(asc(outbox.nextAt))
          .limit(1)
          .for('update', { skipLocked: true }),
      ),
    )
    .returning()
  return row ? (row as OutboxRow) : null
}

/** Queued mails of which nothing is left to tell: read in the inbox meanwhile, or their causes are over. */
export async function withdrawMails(tx: Tx): Promise<number> {
  const gone = await tx.execute(sql`
    update outbox set status = 'withdrawn', settled_at = jishi_now()
    where id in (
      select o.id from outbox o where o.status = 'queued' and o.kind <> 'test' and not exists (
        select from outbox_notice l join notice n on n.id = l.notice
        where l.outbox = o.id and n.ended_at is null
          and not exists (select from notice_read r where r.notice = n.id and r.account = o.account))
      order by o.id for update skip locked)`)
  return gone.count
}

/** What a mail tells of now: what stands of it still, and is not read. */
export async function noticesOfMail(
  tx: Tx,
  mail: Pick<OutboxRow, 'id' | 'account'>,
): Promise<Pick<Notice, 'kind' | 'params' | 'dueOn' | 'standsFor'>[]> {
  const rows = await tx
    .select({
      kind: notice.kind,
      params: notice.params,
      dueOn: notice.dueOn,
      account: notice.account,
      name: account.name,
    })
    .from(outboxNotice)
    .innerJoin(notice, eq(notice.id, outboxNotice.notice))
    .leftJoin(account, eq(account.id, notice.account))
    .where(
      and(
        eq(outboxNotice.outbox, mail.id),
        sql`${notice.endedAt} is null`,
        sql`not exists (select from notice_read r where r.notice = ${notice.id} and r.account = ${mail.account})`,
      ),
    )
    .orderBy(asc(notice.id))
  return rows.map(({ kind, params, dueOn, account: to, name }) => ({
    kind: kind as NoticeKindName,
    params: noticeParamsSchema.safeParse(params).data ?? {},
    dueOn,
    standsFor: to !== null && to !== mail.account ? name : null,
  }))
}

/** Says what became of a mail this process holds; false where it holds it no longer. */
export async function settleMail(
  tx: Tx,
  { id, worker }: { id: string; worker: string },
  { status, answer, pause }: { status: OutboxStatus; answer: string; pause: number },
): Promise<boolean> {
  const settled = await tx
    .update(outbox)
    .set({
      status,
      answer,
      worker: null,
      workerUntil: null,
      nextAt: sql`jishi_now() + make_interval(secs => ${pause})`,
      settledAt: status === 'queued' ? null : sql`jishi_now()`,
    })
    .where(and(eq(outbox.id, id), eq(outbox.worker, worker), eq(outbox.status, 'sending')))
    .returning({ id: outbox.id })
  return settled.length === 1
}

/** Mails whose process is gone: whether they went out can't be told. */
export async function giveUpLost(tx: Tx): Promise<number> {
  const lost = await tx
    .update(outbox)
    .set({ status: 'unclear', worker: null, workerUntil: null, settledAt: sql`jishi_now()` })
    .where(and(eq(outbox.status, 'sending'), sql`${outbox.workerUntil} < jishi_now()`))
    .returning({ id: outbox.id })
  return lost.length
}

/** Sends once more what failed or is unclear. */
export async function requeueMail(tx: Tx, id: string): Promise<boolean> {
  const queued = await tx
    .update(outbox)
    .set({ status: 'queued', attempts: 0, nextAt: sql`jishi_now()`, settledAt: null })
    .where(and(eq(outbox.id, id), inArray(outbox.status, ['failed', 'unclear'])))
    .returning({ id: outbox.id })
  return queued.length === 1
}

export interface OutboxLine extends OutboxRow {
  name: string
  username: string
}

/** Mails, the latest first. */
export async function listMails(
  tx: Tx,
  status: OutboxStatus | undefined,
  { limit, offset }: { limit: number; offset: number },
): Promise<OutboxLine[]> {
  const rows = await tx
    .select({ outbox, name: account.name, username: account.username })
    .from(outbox)
    .innerJoin(account, eq(account.id, outbox.account))
    .where(status && eq(outbox.status, status))
    .orderBy(desc(outbox.queuedAt), outbox.id)
    .limit(limit)
    .offset(offset)
  return rows.map(({ outbox: row, name, username }) => ({ ...(row as OutboxRow), name, username }))
}

export async function countMails(tx: Tx): Promise<Partial<Record<OutboxStatus, number>>> {
  const rows = await tx
    .select({ status: outbox.status, mails: sql<number>`count(*)::integer` })
    .from(outbox)
    .groupBy(outbox.status)
  return Object.fromEntries(rows.map(({ status, mails }) => [status, mails]))
}
