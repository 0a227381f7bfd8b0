import { sql } from 'drizzle-orm'
import {
  bigint,
  char,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { instant, sentFile } from './columns'
import { contract } from './contracts'
import { person } from './people'
import { unit } from './units'

const fen = (name: string) => bigint(name, { mode: 'bigint' })

/** A file of the national system held against the register (decision 23). */
export const reconciliation = pgTable(
  'reconciliation',
  {
    id: uuid('id').primaryKey(),
    /** Null where it is the centre's, over all units. */
    unit: text('unit').references(() => unit.code),
    /** `2024-12`, or `2024` for a whole year. */
    period: text('period').notNull(),
    /** mapping: the columns are to be matched; compared. */
    status: text('status').notNull(),
    ...sentFile(),
    uploadedBy: person('uploaded_by').notNull(),
    uploadedAt: instant('uploaded_at').notNull().default(sql`jishi_now()`),
    comparedAt: instant('compared_at'),
    /** Both sides when they were compared; of theirs null what the file has no column for. */
    oursContracts: integer('ours_contracts'),
    oursTurnover: fen('ours_turnover'),
    oursTechnology: fen('ours_technology'),
    theirsContracts: integer('theirs_contracts'),
    theirsTurnover: fen('theirs_turnover'),
    theirsTechnology: fen('theirs_technology'),
  },
  (t) => [
    check('reconciliation_status', sql`${t.status} in ('mapping', 'compared')`),
    index('reconciliation_period').on(t.period, t.unit, t.uploadedAt.desc()),
  ],
)

/** A row of a sheet of its file as it came: read again whenever the two are compared. */
export const reconciliationLine = pgTable(
  'reconciliation_line',
  {
    reconciliation: uuid('reconciliation')
      .notNull()
      .references(() => reconciliation.id),
    row: integer('row').notNull(),
    cells: jsonb('cells').notNull(),
    /** Place of the sheet in the file. */
    sheet: integer('sheet').notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.reconciliation, t.sheet, t.row] })],
)

/** What the comparison last said of a row or a contract. */
export const reconciliationFinding = pgTable(
  'reconciliation_finding',
  {
    reconciliation: uuid('reconciliation')
      .notNull()
      .references(() => reconciliation.id),
    seq: integer('seq').notNull(),
    outcome: text('outcome').notNull(),
    row: integer('row'),
    contract: uuid('contract').references(() => contract.id),
    unit: text('unit'),
    number: text('number'),
    title: jsonb('title').notNull(),
    differences: jsonb('differences').notNull(),
    issues: jsonb('issues').notNull(),
    /** What it says, in short: a decision holds for as long as this is the same. */
    fingerprint: char('fingerprint', { length: 64 }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.reconciliation, t.seq] }),
    index('reconciliation_finding_outcome').on(t.reconciliation, t.outcome, t.seq),
    check('reconciliation_outcome', sql`${t.outcome} in ('here', 'there', 'differs', 'unread', 'same')`),
  ],
)

/** Append-only: what somebody decided of a difference. The latest holds, in every file of the period that says the same. */
export const reconciliationDecision = pgTable(
  'reconciliation_decision',
  {
    id: uuid('id').primaryKey(),
    unit: text('unit').references(() => unit.code),
    period: text('period').notNull(),
    fingerprint: char('fingerprint', { length: 64 }).notNull(),
    decision: text('decision').notNull(),
    text: text('text').notNull(),
    by: person('by').notNull(),
    at: instant('at').notNull().default(sql`jishi_now()`),
  },
  (t) => [
    check('reconciliation_decision_kind', sql`${t.decision} in ('ours', 'theirs', 'explained')`),
    index('reconciliation_decision_of').on(t.period, t.fingerprint),
  ],
)

/** Append-only: an office signed its figures of a month, as they stood then. The latest signature of a month is in force. */
export const monthlyStatement = pgTable(
  'monthly_statement',
  {
    id: uuid('id').primaryKey(),
    unit: text('unit')
      .notNull()
      .references(() => unit.code),
    /** `2024-12`. */
    month: char('month', { length: 7 }).notNull(),
    /** As `lib/domain/statement/statement.ts` says. */
    content: jsonb('content').notNull(),
    /** SHA-256 of it. */
    hash: char('hash', { length: 64 }).notNull(),
    signedBy: person('signed_by').notNull(),
    signedAt: instant('signed_at').notNull().default(sql`jishi_now()`),
  },
  (t) => [index('monthly_statement_month').on(t.month, t.unit, t.signedAt.desc())],
)
