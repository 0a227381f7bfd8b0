import { sql } from 'drizzle-orm'
import {
  bigint,
  bigserial,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { instant } from './columns'
import { account, person } from './people'
import { unit } from './units'

/**
 * Something that happened and somebody is to know (`lib/domain/notice/kinds.ts`). Triggers alone write it, in the
 * transaction of the act. It is addressed to a person, or to a desk: everybody of a role, of one unit where it is an office's.
 */
export const notice = pgTable(
  'notice',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    kind: text('kind').notNull(),
    account: person('account'),
    role: text('role'),
    unit: text('unit').references(() => unit.code),
    /** What it is about: an id, or a campaign's id and a unit. */
    subject: text('subject').notNull(),
    /** Numbers and names to say it with; never what a contract says. */
    params: jsonb('params').notNull().default({}),
    dueOn: date('due_on', { mode: 'string' }),
    at: instant('at').notNull().default(sql`jishi_now()`),
    /** Its cause is over. */
    endedAt: instant('ended_at'),
  },
  (t) => [
    check('notice_addressee', sql`num_nonnulls(${t.account}, ${t.role}) = 1`),
    check('notice_unit', sql`${t.unit} is null or ${t.role} = 'registrar'`),
    index('notice_account').on(t.account, t.at).where(sql`account is not null`),
    index('notice_desk').on(t.role, t.unit, t.at).where(sql`role is not null`),
    index('notice_open').on(t.subject, t.kind).where(sql`ended_at is null`),
  ],
)

/** Who has read what; desks share a notice, not its reading. */
export const noticeRead = pgTable(
  'notice_read',
  {
    notice: bigint('notice', { mode: 'number' })
      .notNull()
      .references(() => notice.id),
    account: person('account').notNull(),
    at: instant('at').notNull().default(sql`jishi_now()`),
  },
  (t) => [primaryKey({ columns: [t.account, t.notice] })],
)

/** Where a person's notices are mailed to, and how often. */
export const mailSetting = pgTable(
  'mail_setting',
  {
    account: uuid('account')
      .primaryKey()
      .references(() => account.id),
    address: text('address').notNull(),
    cadence: text('cadence').notNull().default('none'),
    language: text('language').notNull().default('zh-CN'),
    /** Notices of before are not mailed. */
    since: instant('since').notNull().default(sql`jishi_now()`),
    /** Day of the last daily mail. */
    digestOn: date('digest_on', { mode: 'string' }),
  },
  (t) => [
    check('mail_setting_cadence', sql`${t.cadence} in ('none','once','daily')`),
    check('mail_setting_language', sql`${t.language} in ('zh-CN','en')`),
  ],
)

/** Mails on their way (decision 24). */
export const outbox = pgTable(
  'outbox',
  {
    id: uuid('id').primaryKey(),
    account: person('account').notNull(),
    address: text('address').notNull(),
    /** once, daily, test. */
    kind: text('kind').notNull(),
    language: text('language').notNull(),
    status: text('status').notNull().default('queued'),
    attempts: integer('attempts').notNull().default(0),
    queuedAt: instant('queued_at').notNull().default(sql`jishi_now()`),
    nextAt: instant('next_at').notNull().default(sql`jishi_now()`),
    /** The process that sends it, until a moment. */
    worker: uuid('worker'),
    workerUntil: instant('worker_until'),
    /** What the server answered last. */
    answer: text('answer'),
    settledAt: instant('settled_at'),
  },
  (t) => [
    check('outbox_kind', sql`${t.kind} in ('once','daily','test')`),
    check('outbox_status', sql`${t.status} in ('queued','sending','sent','failed','unclear','withdrawn')`),
    index('outbox_waiting').on(t.nextAt).where(sql`status in ('queued','sending')`),
    index('outbox_undelivered').on(t.status).where(sql`status in ('failed','unclear')`),
    index('outbox_queued').on(t.queuedAt.desc(), t.id),
  ],
)

/** What a mail tells of; a notice is mailed to a person once. */
export const outboxNotice = pgTable(
  'outbox_notice',
  {
    outbox: uuid('outbox')
      .notNull()
      .references(() => outbox.id),
    account: person('account').notNull(),
    notice: bigint('notice', { mode: 'number' })
      .notNull()
      .references(() => notice.id),
  },
  (t) => [primaryKey({ columns: [t.account, t.notice] }), index('outbox_notice_mail').on(t.outbox)],
)

/** Who stands in for whom: on leave for a span of days, or for good where somebody's work was handed over. */
export const delegation = pgTable(
  'delegation',
  {
    id: uuid('id').primaryKey(),
    principal: person('principal').notNull(),
    deputy: person('deputy').notNull(),
    kind: text('kind').notNull(),
    fromDay: date('from_day', { mode: 'string' }).notNull(),
    /** Last day; null for a hand-over. */
    untilDay: date('until_day', { mode: 'string' }),
    madeBy: person('made_by').notNull(),
    madeAt: instant('made_at').notNull().default(sql`jishi_now()`),
    revokedBy: person('revoked_by'),
    revokedAt: instant('revoked_at'),
  },
  (t) => [
    check('delegation_two', sql`${t.principal} <> ${t.deputy}`),
    check('delegation_kind', sql`${t.kind} in ('leave','hand-over')`),
    check(
      'delegation_span',
      sql`(${t.kind} = 'leave') = (${t.untilDay} is not null) and ${t.untilDay} >= ${t.fromDay}`,
    ),
    check('delegation_revoked', sql`(${t.revokedBy} is null) = (${t.revokedAt} is null)`),
    index('delegation_deputy').on(t.deputy).where(sql`revoked_at is null`),
    index('delegation_principal').on(t.principal),
  ],
)
