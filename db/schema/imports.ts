import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { bytea, instant, sentFile } from './columns'
import { person } from './people'
import { unit } from './units'

/** A file of contracts on its way in (decision 19), and what became of it. */
export const importBatch = pgTable(
  'import_batch',
  {
    id: uuid('id').primaryKey(),
    /** draft: of an office; registered: already on the register elsewhere, entered by the centre. */
    kind: text('kind').notNull(),
    /** Null where it is the centre's. */
    unit: text('unit').references(() => unit.code),
    status: text('status').notNull().default('mapping'),
    ...sentFile(),
    /** Drafts that differ are changed too. */
    applies: boolean('applies').notNull().default(false),
    /** What is being asked for the registered contracts that differ (`lib/domain/import/asks.ts`). */
    asks: jsonb('asks'),
    /** Number of the last row dealt with in the present stage; work that was broken off goes on behind it. */
    done: integer('done').notNull().default(0),
    /** Rows there are, known once all were judged. */
    rows: integer('rows').notNull().default(0),
    /** Why it failed, as a problem. */
    problem: jsonb('problem'),
    startedBy: person('started_by').notNull(),
    startedAt: instant('started_at').notNull().default(sql`jishi_now()`),
    /** Who set the present stage going; the work is done in their name. */
    actor: person('actor').notNull(),
    finishedAt: instant('finished_at'),
    /** Asked to stop; the work ends after the rows in hand. */
    stopping: boolean('stopping').notNull().default(false),
    /** The process that works on it, until a moment; then another may take it up. */
    worker: uuid('worker'),
    workerUntil: instant('worker_until'),
  },
  (t) => [
    check('import_batch_kind', sql`${t.kind} in ('draft','registered')`),
    check('import_batch_unit', sql`(${t.kind} = 'draft') = (${t.unit} is not null)`),
    check(
      'import_batch_status',
      sql`${t.status} in ('mapping','judging','judged','writing','asking','done','undoing','undone','cancelled','failed')`,
    ),
    index('import_batch_unit_started').on(t.unit, t.startedAt),
    index('import_batch_working')
      .on(t.workerUntil)
      .where(sql`status in ('judging','writing','asking','undoing')`),
  ],
)

/** The file itself in pieces, kept until the import is over and its rejected rows were given back. */
export const importPart = pgTable(
  'import_part',
  {
    batch: uuid('batch')
      .notNull()
      .references(() => importBatch.id),
    n: integer('n').notNull(),
    bytes: bytea('bytes').notNull(),
  },
  (t) => [primaryKey({ columns: [t.batch, t.n] })],
)

/** A judged row of a file. */
export const importRow = pgTable(
  'import_row',
  {
    batch: uuid('batch')
      .notNull()
      .references(() => importBatch.id),
    /** As the spreadsheet counts. */
    row: integer('row').notNull(),
    /** new, same, changed, bad. */
    verdict: text('verdict').notNull(),
    /** Name and parties, as a list shows them. */
    title: jsonb('title').notNull(),
    /** What it is known again by within its file. */
    key: text('key'),
    /** The whole content, in wire form: of the new contract, or of the one there is as the row would have it. */
    content: jsonb('content'),
    /** Number, unit and days of a registered one. */
    record: jsonb('record'),
    /** What a registered one is counted by (`lib/domain/statistics/facts.ts`), amounts as text. */
    facts: jsonb('facts'),
    issues: jsonb('issues'),
    /** The contract it made or met. */
    contract: uuid('contract'),
    /** Revision of the contract met, which a change is applied to or not at all. */
    base: integer('base'),
    /** written, applied, asked, undone; met: it was there by the time it was to be written. */
    outcome: text('outcome'),
    /** The request that was asked for the change it says. */
    request: uuid('request'),
    /** Why none could be asked, as a problem. */
    refusal: jsonb('refusal'),
  },
  (t) => [
    primaryKey({ columns: [t.batch, t.row] }),
    check('import_row_verdict', sql`${t.verdict} in ('new','same','changed','bad')`),
    index('import_row_key').on(t.batch, t.key),
    index('import_row_verdict_row').on(t.batch, t.verdict, t.row),
    index('import_row_contract').on(t.contract),
  ],
)

/** How an office mapped a heading last; an empty target: not imported. */
export const importHeading = pgTable(
  'import_heading',
  {
    /** Unit code, or `centre`. */
    office: text('office').notNull(),
    heading: text('heading').notNull(),
    target: text('target').notNull(),
    money: text('money'),
  },
  (t) => [primaryKey({ columns: [t.office, t.heading] })],
)
