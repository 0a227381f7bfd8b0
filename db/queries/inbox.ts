import { and, desc, eq, exists, inArray, lt, not, type SQL, sql } from 'drizzle-orm'
import type { Actor } from '@/lib/domain/access/actor'
import {
  countedKinds,
  kindsOfGroup,
  LAPSES_AFTER,
  type NoticeGroup,
  type NoticeKindName,
} from '@/lib/domain/notice/kinds'
import { type Notice, noticeParamsSchema } from '@/lib/domain/notice/notice'
import { type WaitingKind, type WaitingLine, waitingOf } from '@/lib/domain/notice/waiting'
import type { Tx } from '../client'
import { account, notice, noticeRead } from '../schema'

const today = sql`jishi_today()`

/** Addressed to the person, to a desk they sat at when it was told, or to somebody they stand in for; the policy says it again. */
const addressed = ({ id, role, unit }: Actor): SQL => sql`(
  ${notice.account} = ${id}
  or (${notice.role} = ${role} and (${notice.unit} is null or ${notice.unit} = ${unit ?? ''})
    and ${notice.at} >= (select ${account.createdAt} from ${account} where ${account.id} = ${id}))
  or ${notice.account} = any((select jishi_stands_for(${id}))::uuid[]))`

const since = sql`jishi_now() - make_interval(days => ${LAPSES_AFTER})`

/** Its cause is over, or its span; what only is to be read lapses. */
const over = sql`(${notice.endedAt} is not null or (${notice.kind} = 'delegation.named' and ${notice.dueOn} < ${today})
  or (${inArray(notice.kind, countedKinds)} and ${notice.at} < ${since}))`

const readBy = (tx: Tx, id: string) =>
  exists(
    tx
      .select({ one: sql`1` })
      .from(noticeRead)
      .where(and(eq(noticeRead.notice, notice.id), eq(noticeRead.account, id))),
  )

const unread = (tx: Tx, actor: Actor): SQL =>
  and(addressed(actor), not(over), not(readBy(tx, actor.id))) as SQL

const ofGroup = (group: NoticeGroup | undefined) => group && inArray(notice.kind, kindsOfGroup(group))

/** A page of an inbox, the latest first. */
export async function listNotices(
  tx: Tx,
  actor: Actor,
  { unreadOnly, group }: { unreadOnly: boolean; group?: NoticeGroup | undefined },
  { limit, offset }: { limit: number; offset: number },
): Promise<Notice[]> {
  const rows = await tx
    .select({
      id: notice.id,
      kind: notice.kind,
      subject: notice.subject,
      params: notice.params,
      dueOn: notice.dueOn,
      at: notice.at,
      account: notice.account,
      name: account.name,
      isRead: sql<boolean>`${readBy(tx, actor.id)}`,
      isOver: sql<boolean>`${over}`,
    })
    .from(notice)
    .leftJoin(account, eq(account.id, notice.account))
    .where(and(unreadOnly ? unread(tx, actor) : addressed(actor), ofGroup(group)))
    .orderBy(desc(notice.at), desc(notice.id))
    .limit(limit)
    .offset(offset)
  return rows.map(({ kind, params, account: to, name, ...row }) => ({
    ...row,
    kind: kind as NoticeKindName,
    params: noticeParamsSchema.safeParse(params).data ?? {},
    standsFor: to !== null && to !== actor.id ? name : null,
  }))
}

export async function countNotices(
  tx: Tx,
  actor: Actor,
  group?: NoticeGroup,
): Promise<{ unread: number; all: number }> {
  const [row] = await tx
    .select({
      all: sql<number>`count(*)::integer`,
      unread: sql<number>`count(*) filter (where ${not(over)} and ${not(readBy(tx, actor.id))})::integer`,
    })
    .from(notice)
    .where(and(addressed(actor), ofGroup(group)))
  return row ?? { unread: 0, all: 0 }
}

/** Unread notices that no waiting line counts. */
export const countApart = (tx: Tx, actor: Actor): Promise<number> =>
  tx.$count(notice, and(unread(tx, actor), inArray(notice.kind, countedKinds), sql`${notice.at} >= ${since}`))

/** Marks notices as read, or all there are of before a moment; returns how many became so. */
export async function markRead(
  tx: Tx,
  actor: Actor,
  which: { ids: readonly number[] } | { before?: Date | undefined },
): Promise<number> {
  const chosen =
    'ids' in which ? inArray(notice.id, [...which.ids]) : which.before && lt(notice.at, which.before)
  const marked = await tx.execute(sql`
    insert into notice_read (notice, account)
    select ${notice.id}, ${actor.id} from ${notice}
    where ${and(unread(tx, actor), chosen)}
    on conflict do nothing`)
  return marked.count
}

/** Marks one as unread again. */
export async function markUnread(tx: Tx, actor: Actor, id: number): Promise<void> {
  await tx.delete(noticeRead).where(and(eq(noticeRead.account, actor.id), eq(noticeRead.notice, id)))
}

/** Where each kind lies: a relation with `due`, the last day or null, a row for each thing that waits. */
function lying(kind: WaitingKind, { id, unit }: Actor): SQL {
  const mine = sql`any((select array_append(jishi_stands_for(${id}), ${id}::uuid))::uuid[])`
  const none = sql`null::date as due`
  switch (kind) {
    case 'decisions':
      return sql`select due_on as due from contract_in_reach where status in ('submitted', 'endorsed')
        and not entered_by = ${mine} and not edited_by = ${mine} and (status = 'submitted' or not first_approver = ${mine})`
    case 'requests':
      return sql`select ${none} from request where status in ('asked', 'endorsed') and not asked_by = ${mine}
        and (endorsed_by is null or not endorsed_by = ${mine})
        and (kind <> 'revoke' or served_on is null or stated_on is not null or hearing_until < ${today})`
    case 'confirmations':
      return sql`select ${none} from work_record where status = 'submitted'
        and not entered_by = ${mine} and not edited_by = ${mine}`
    case 'returned':
      return sql`select ${none} from contract_in_reach where unit = ${unit ?? ''} and status = 'returned'`
    case 'findings':
      return sql`select c.due_on as due from campaign c join finding f on f.campaign = c.id
        where c.closed_at is null and f.unit = ${unit ?? ''} and f.status in ('open', 'returned')`
    case 'hearings':
      return sql`select hearing_until as due from request where unit = ${unit ?? ''} and status in ('asked', 'endorsed')
        and served_on is not null and stated_on is null`
    case 'answers':
      return sql`select ${none} from campaign c join finding f on f.campaign = c.id
        where c.closed_at is null and f.status = 'answered'`
    case 'imports':
      return sql`select ${none} from import_batch where status = 'judged' and actor = ${mine}`
    case 'records':
      return sql`select ${none} from work_record where status = 'returned' and unit is not distinct from ${unit}`
    case 'signatures':
      return sql`select ${none} from report_edition e where status = 'review' and not exists (
        select from report_signature s where s.edition = e.id and s.round = e.round and s.signed_by = ${id})`
    case 'mails':
      return sql`select ${none} from outbox where status in ('failed', 'unclear')`
  }
}

/** What waits for the actor, in the order of the declaration; kinds of which nothing waits are left out. One round trip. */
export async function readWaiting(tx: Tx, actor: Actor): Promise<WaitingLine[]> {
  const kinds = waitingOf(actor.role)
  if (kinds.length === 0) return []
  const each = kinds.map(
    (kind) => sql`select ${kind}::text as kind, count(*)::integer as count, min(due)::text as "dueOn",
      count(*) filter (where due < ${today})::integer as overdue from (${lying(kind, actor)}) as lying`,
  )
  const rows = await tx.execute<WaitingLine & Record<string, unknown>>(sql.join(each, sql` union all `))
  return kinds.flatMap((kind) => rows.filter((row) => row.kind === kind && row.count > 0))
}
