import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant } from './columns'
import { person } from './people'
import { unit } from './units'

/** Append-only: what staff lay over the generated report of a year, each saving as one revision. */
export const reportManuscript = pgTable(
  'report_manuscript',
  {
    id: uuid('id').primaryKey(),
    year: integer('year').notNull(),
    /** The unit whose own report it is; null for that of the whole Corps. */
    unit: text('unit').references(() => unit.code),
    /** From 1, gap-free within the report. */
    revision: integer('revision').notNull(),
    /** As `lib/domain/report/manuscript/model.ts` says. */
    content: jsonb('content').notNull(),
    by: person('by').notNull(),
    at: instant('at').notNull().default(sql`jishi_now()`),
  },
  (t) => [uniqueIndex('report_manuscript_revision').on(t.year, sql`coalesce(${t.unit}, '')`, t.revision)],
)

/** What somebody says to the writers about a block of a report; it is never printed. */
export const reportComment = pgTable(
  'report_comment',
  {
    id: uuid('id').primaryKey(),
    year: integer('year').notNull(),
    unit: text('unit').references(() => unit.code),
    /** The block it is about. */
    block: text('block').notNull(),
    text: text('text').notNull(),
    by: person('by').notNull(),
    at: instant('at').notNull().default(sql`jishi_now()`),
    resolvedBy: person('resolved_by'),
    resolvedAt: instant('resolved_at'),
  },
  (t) => [
    check('report_comment_resolved', sql`(${t.resolvedAt} is null) = (${t.resolvedBy} is null)`),
    index('report_comment_report').on(t.year, t.unit, t.at),
  ],
)
