import { sql } from 'drizzle-orm'
import {
  bigserial,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { instant } from './columns'
import { person } from './people'
import { unit } from './units'

/** A record of one of the registers behind the report's opening chapter (`lib/domain/work-records`). */
export const workRecord = pgTable(
  'work_record',
  {
    id: uuid('id').primaryKey(),
    kind: text('kind').notNull(),
    /** Null for the centre's own. */
    unit: text('unit').references(() => unit.code),
    status: text('status').notNull().default('draft'),
    /** As it is being written, in wire form. */
    content: jsonb('content').notNull(),
    /** Statistical year of the content; null while its day is missing. */
    year: integer('year'),
    /** What makes it the same record as another; null while that is missing. */
    identity: text('identity'),
    /** The content that counts: as last confirmed; null before, and once it is withdrawn. */
    counted: jsonb('counted'),
    countedYear: integer('counted_year'),
    revision: integer('revision').notNull().default(1),
    enteredBy: person('entered_by').notNull(),
    enteredAt: instant('entered_at').notNull().default(sql`jishi_now()`),
    editedBy: person('edited_by').notNull(),
    editedAt: instant('edited_at').notNull().default(sql`jishi_now()`),
    /** Who confirmed, returned or withdrew it; null while nobody has. */
    decidedBy: person('decided_by'),
    decidedAt: instant('decided_at'),
    /** Why it was returned, is corrected or was withdrawn. */
    reason: text('reason').notNull().default(''),
  },
  (t) => [
    check(
      'work_record_status',
      sql`${t.status} in ('draft','submitted','returned','confirmed','withdrawn','discarded')`,
    ),
    check('work_record_counted', sql`(${t.counted} is null) = (${t.countedYear} is null)`),
    check('work_record_confirmed', sql`${t.status} <> 'confirmed' or ${t.counted} is not null`),
    check('work_record_ended', sql`${t.status} not in ('withdrawn','discarded') or ${t.counted} is null`),
    uniqueIndex('work_record_identity')
      .on(t.kind, sql`coalesce(unit, '')`, t.identity)
      .where(sql`status not in ('withdrawn','discarded')`),
    index('work_record_list').on(t.kind, t.year.desc().nullsLast(), t.editedAt.desc(), t.id),
    index('work_record_counted_year').on(t.countedYear, t.kind).where(sql`counted is not null`),
    index('work_record_waiting').on(t.kind).where(sql`status = 'submitted'`),
  ],
)

/** Append-only: each act on a record after it was entered, with what it said and what counts from then on. */
export const workRecordVersion = pgTable(
  'work_record_version',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    record: uuid('record')
      .notNull()
      .references(() => workRecord.id),
    kind: text('kind').notNull(),
    unit: text('unit'),
    /** 1, 2, 3 … within the record. */
    seq: integer('seq').notNull(),
    action: text('action').notNull(),
    statusAfter: text('status_after').notNull(),
    content: jsonb('content').notNull(),
    counted: jsonb('counted'),
    countedYear: integer('counted_year'),
    reason: text('reason').notNull().default(''),
    actor: person('actor').notNull(),
    /** When it became part of the figures, as with a posting. */
    at: instant('at').notNull().default(sql`jishi_now()`),
  },
  (t) => [
    uniqueIndex('work_record_version_seq').on(t.record, t.seq),
    index('work_record_version_counts')
      .on(t.record, t.id.desc())
      .where(sql`action in ('confirm','withdraw')`),
  ],
)
