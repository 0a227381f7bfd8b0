import { sql } from 'drizzle-orm'
import {
  bigint,
  bigserial,
  char,
  customType,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { bytea, instant } from './columns'
import { contract } from './contracts'

const xid8 = customType<{ data: string }>({ dataType: () => 'xid8' })
/** Set by the database: SHA-256 of the row, and the transaction that wrote it, by which seals tell what they cover. */
const hash = bytea('hash').notNull().default(sql`''`)
const xid = xid8('xid').notNull().default(sql`pg_current_xact_id()`)
const money = (name: string) => bigint(name, { mode: 'bigint' }).notNull()

/**
 * Append-only: each act on a contract with the full content after it. `hash` is set by the database and covers
 * the row and the contract's event before it.
 */
export const contractEvent = pgTable(
  'contract_event',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    contract: uuid('contract')
      .notNull()
      .references(() => contract.id),
    /** 1, 2, 3 … within the contract. */
    seq: integer('seq').notNull(),
    action: text('action').notNull(),
    statusAfter: text('status_after').notNull(),
    actor: uuid('actor').notNull(),
    at: instant('at').notNull().default(sql`jishi_now()`),
    /** Reason, coded reasons, decision number, amounts set: what the act itself said. */
    details: jsonb('details').notNull().default({}),
    content: jsonb('content').notNull(),
    /** SHA-256 of the whole contract row after the act; null on events from before it was kept. */
    state: bytea('state'),
    hash,
    xid,
    /**
     * Where it stands in the order of the ledger, if not at `xid`: never before what was done to its contract earlier,
     * also where that transaction was numbered later.
     */
    place: xid8('place'),
  },
  (t) => [
    uniqueIndex('contract_event_seq').on(t.contract, t.seq),
    index('contract_event_xid').on(t.xid),
    index('contract_event_place').on(t.place, t.id).where(sql`place is not null`),
    // The acts that a month's statement counts; `action` as in jishi_month_acts.
    index('contract_event_accepted')
      .on(t.at)
      .where(sql`action in ('approve', 'import', 'correct', 'change', 'cancel', 'revoke')`),
    index('contract_event_returned').on(t.at).where(sql`action = 'return'`),
  ],
)

/** Every minute: a root over the new events, postings, trail rows and imprints, and the seal before. */
export const seal = pgTable('seal', {
  id: integer('id').primaryKey(),
  at: instant('at').notNull(),
  /** Rows with an xid below this, and not sealed before, are covered. */
  below: xid8('below').notNull(),
  events: integer('events').notNull(),
  /** Null on the first seals, which covered events alone. */
  postings: integer('postings'),
  trails: integer('trails'),
  imprints: integer('imprints'),
  root: bytea('root').notNull(),
})

/** Append-only bookkeeping: a signed line for each accepted act that changes a figure. Partitioned by year. */
export const posting = pgTable(
  'posting',
  {
    id: bigint('id', { mode: 'number' }).notNull().default(sql`nextval('posting_id')`),
    year: integer('year').notNull(),
    contract: uuid('contract').notNull(),
    event: bigint('event', { mode: 'number' }).notNull(),
    /** +1 a line in, -1 the same line back out. */
    sign: smallint('sign').notNull(),
    /** When it became part of the figures; later readings of an earlier moment never gain or lose a line. */
    knownAt: instant('known_at').notNull().default(sql`jishi_now()`),
    registeredOn: date('registered_on', { mode: 'string' }).notNull(),
    unit: text('unit').notNull(),
    month: char('month', { length: 2 }).notNull(),
    area: text('area').notNull(),
    type: text('type').notNull(),
    subtype: text('subtype').notNull(),
    plan: text('plan').notNull(),
    flow: text('flow').notNull(),
    seller: text('seller').notNull(),
    field: text('field').notNull(),
    band: text('band').notNull(),
    property: text('property').notNull(),
    goal: text('goal').notNull(),
    buyer: text('buyer').notNull(),
    province: text('province').notNull(),
    trade: text('trade').notNull(),
    turnover: money('turnover'),
    technology: money('technology'),
    hash,
    xid,
  },
  (t) => [
    primaryKey({ columns: [t.year, t.id] }),
    index('posting_xid').on(t.xid),
    index('posting_contract').on(t.contract),
    index('posting_known').on(t.year, t.knownAt),
    index('posting_day').on(t.year, t.registeredOn),
    index('posting_taken_out').on(t.year, t.contract).where(sql`sign = -1`),
  ],
)

/** Running totals per year, unit, dimension and member, kept by the database with each posting. */
export const total = pgTable(
  'total',
  {
    year: integer('year').notNull(),
    unit: text('unit').notNull(),
    /** 'all' (member '') or a dimension of `lib/domain/statistics/dimensions.ts`. */
    dimension: text('dimension').notNull(),
    member: text('member').notNull(),
    contracts: bigint('contracts', { mode: 'number' }).notNull(),
    turnover: money('turnover'),
    technology: money('technology'),
  },
  (t) => [primaryKey({ columns: [t.year, t.unit, t.dimension, t.member] })],
)

/** The same sums per day of registration: a year to the same day, what the last days brought, where a year will end. */
export const dayTotal = pgTable(
  'day_total',
  {
    year: integer('year').notNull(),
    unit: text('unit').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
    contracts: bigint('contracts', { mode: 'number' }).notNull(),
    turnover: money('turnover'),
    technology: money('technology'),
  },
  (t) => [primaryKey({ columns: [t.year, t.unit, t.day] })],
)

/** Contracts registered elsewhere and bought by the Corps, from the national system (吸纳). */
export const inflow = pgTable(
  'inflow',
  {
    number: char('number', { length: 16 }).primaryKey(),
    year: integer('year').notNull(),
    name: text('name').notNull(),
    type: text('type').notNull(),
    sellerName: text('seller_name').notNull(),
    sellerRegion: char('seller_region', { length: 6 }).notNull(),
    buyerName: text('buyer_name').notNull(),
    buyerUnit: text('buyer_unit').notNull(),
    field: text('field').notNull(),
    turnover: money('turnover'),
    technology: money('technology'),
    registeredOn: date('registered_on', { mode: 'string' }).notNull(),
    /** When it became part of the figures, as with a posting. */
    knownAt: instant('known_at').notNull().default(sql`jishi_now()`),
  },
  (t) => [index('inflow_year').on(t.year)],
)

/** The audit trail: append-only, without foreign keys, so that rows outlive their subjects. */
export const trail = pgTable(
  'trail',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    at: instant('at').notNull().default(sql`jishi_now()`),
    actor: uuid('actor'),
    /** The person as they were named at the time. */
    actorName: text('actor_name').notNull(),
    role: text('role').notNull(),
    unit: text('unit'),
    action: text('action').notNull(),
    subjectKind: text('subject_kind').notNull(),
    subject: text('subject'),
    details: jsonb('details').notNull().default({}),
    address: text('address'),
    hash,
    xid,
  },
  (t) => [
    index('trail_xid').on(t.xid),
    index('trail_at').on(t.at),
    index('trail_actor').on(t.actor, t.at),
    index('trail_action').on(t.action, t.at),
  ],
)

/** Tables whose every change leaves an imprint (`jishi_cover`), and the columns an imprint leaves out. */
export const cover = pgTable('cover', {
  tableName: text('table_name').primaryKey(),
  keyColumns: text('key_columns').array().notNull(),
  leftOut: text('left_out').array().notNull(),
})

/** Append-only: what a row of a covered table was after each change, as a fingerprint alone. */
export const imprint = pgTable(
  'imprint',
  {
    /** Of one sequence with the events, so that both stand in one order for a contract. */
    id: bigint('id', { mode: 'number' }).primaryKey().default(sql`nextval('contract_event_id_seq')`),
    tableName: text('table_name').notNull(),
    /** Values of the primary key, joined by `/`. */
    rowKey: text('row_key').notNull(),
    /** insert, update, delete, or cover: found when the cover began. */
    op: text('op').notNull(),
    at: instant('at').notNull().default(sql`jishi_now()`),
    /** SHA-256 of the row's canonical text. */
    state: bytea('state').notNull(),
    hash,
    xid,
  },
  (t) => [index('imprint_row').on(t.tableName, t.rowKey, t.id), index('imprint_xid').on(t.xid)],
)

/**
 * Transactions are numbered by the server. A database restored into a younger one counts on from where the old one was:
 * the latest row says how much is added to the server's own number.
 */
export const era = pgTable('era', {
  id: integer('id').primaryKey(),
  since: instant('since').notNull().default(sql`jishi_now()`),
  shift: bigint('shift', { mode: 'number' }).notNull(),
})
