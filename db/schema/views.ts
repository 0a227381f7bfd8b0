import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { instant } from './columns'
import { account } from './people'
import { unit } from './units'

/** A cross-table somebody keeps under a name: the question alone, never its answer; each reader asks within their own reach. */
export const savedView = pgTable(
  'saved_view',
  {
    id: uuid('id').primaryKey(),
    owner: uuid('owner')
      .notNull()
      .references(() => account.id),
    /** The owner's unit; null for the centre and leadership. */
    unit: text('unit').references(() => unit.code),
    name: text('name').notNull(),
    /** What stands behind the `?` of its address. */
    query: text('query').notNull(),
    /** An office shares with its own people and the centre, the centre with everybody. */
    shared: boolean('shared').notNull().default(false),
    changedAt: instant('changed_at').notNull().default(sql`jishi_now()`),
  },
  (t) => [uniqueIndex('saved_view_name').on(t.owner, t.name)],
)

/** What a published report says of a unit, as printed: an office's place among the others, which live figures don't show it. */
export const publishedUnit = pgTable(
  'published_unit',
  {
    year: integer('year').notNull(),
    edition: smallint('edition').notNull(),
    unit: text('unit')
      .notNull()
      .references(() => unit.code),
    /** Turnover in fen. */
    turnover: bigint('turnover', { mode: 'bigint' }).notNull(),
    /** Place among the divisions; null for those that aren't ranked. */
    rank: smallint('rank'),
  },
  (t) => [primaryKey({ columns: [t.year, t.edition, t.unit] })],
)

/** When an edition of a year's report was published: the moment whose figures it printed. */
export const publishedEdition = pgTable(
  'published_edition',
  {
    year: integer('year').notNull(),
    edition: smallint('edition').notNull(),
    publishedAt: instant('published_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.year, t.edition] })],
)
