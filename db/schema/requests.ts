import { sql } from 'drizzle-orm'
import {
  bigint,
  char,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { instant } from './columns'
import { contract } from './contracts'
import { person } from './people'
import { unit } from './units'

/** What an office or an auditor asks to be done to a registered contract, and what became of it (decision 12). */
export const request = pgTable(
  'request',
  {
    id: uuid('id').primaryKey(),
    /** 更正〔2026〕12号: gap-free within kind and year. */
    number: text('number').notNull().unique(),
    contract: uuid('contract')
      .notNull()
      .references(() => contract.id),
    unit: text('unit')
      .notNull()
      .references(() => unit.code),
    kind: text('kind').notNull(),
    status: text('status').notNull().default('asked'),
    /** Revision of the contract it was made on; the grant changes that one or none. */
    base: integer('base').notNull(),
    /** The contract's whole content after it, in wire form; null where the registration ends. */
    content: jsonb('content'),
    reason: text('reason').notNull(),
    text: text('text').notNull(),
    askedBy: person('asked_by').notNull(),
    askedAt: instant('asked_at').notNull().default(sql`jishi_now()`),
    /** Told to the party before a revocation, and until when it may speak. */
    servedOn: date('served_on', { mode: 'string' }),
    served: text('served'),
    hearingUntil: date('hearing_until', { mode: 'string' }),
    statedOn: date('stated_on', { mode: 'string' }),
    /** What the party said; empty where it said that it has nothing to say. */
    statement: text('statement'),
    endorsedBy: person('endorsed_by'),
    endorsedAt: instant('endorsed_at'),
    decidedBy: person('decided_by'),
    decidedAt: instant('decided_at'),
    decision: text('decision'),
    /** The contract's event that carried it out. */
    event: bigint('event', { mode: 'number' }),
  },
  (t) => [
    check('request_kind', sql`${t.kind} in ('correct','change','cancel','revoke')`),
    check('request_status', sql`${t.status} in ('asked','endorsed','granted','declined','withdrawn')`),
    check('request_content', sql`(${t.kind} in ('correct','change')) = (${t.content} is not null)`),
    check('request_decided', sql`(${t.status} in ('granted','declined')) = (${t.decidedBy} is not null)`),
    check('request_event', sql`(${t.status} = 'granted') = (${t.event} is not null)`),
    /** Four eyes: who asks decides nothing of it, and the second approver is another person. */
    check(
      'request_four_eyes',
      sql`${t.askedBy} is distinct from ${t.decidedBy} and ${t.askedBy} is distinct from ${t.endorsedBy}`,
    ),
    check(
      'request_second_approver',
      sql`${t.status} <> 'granted' or ${t.endorsedBy} is distinct from ${t.decidedBy}`,
    ),
    uniqueIndex('request_open').on(t.contract).where(sql`status in ('asked','endorsed')`),
    index('request_contract').on(t.contract, t.askedAt),
    index('request_unit').on(t.unit, t.askedAt.desc(), t.id),
    index('request_waiting').on(t.askedAt, t.id).where(sql`status in ('asked','endorsed')`),
    index('request_asked').on(t.askedAt.desc(), t.id),
  ],
)

/** Papers a request rests on. They arrive before it is made: `request` is null until then, and whoever sent them sees them alone. */
export const evidence = pgTable(
  'evidence',
  {
    id: uuid('id').primaryKey(),
    contract: uuid('contract')
      .notNull()
      .references(() => contract.id),
    request: uuid('request').references(() => request.id),
    fileName: text('file_name').notNull(),
    mediaType: text('media_type').notNull(),
    size: integer('size').notNull(),
    sha256: char('sha256', { length: 64 }).notNull(),
    addedBy: person('added_by').notNull(),
    addedAt: instant('added_at').notNull().default(sql`jishi_now()`),
  },
  (t) => [index('evidence_request').on(t.request), index('evidence_contract').on(t.contract, t.addedBy)],
)
