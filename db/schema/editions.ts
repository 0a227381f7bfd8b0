import { sql } from 'drizzle-orm'
import {
  bigserial,
  boolean,
  char,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { bytea, instant } from './columns'
import { person } from './people'
import { unit } from './units'

/**
 * An edition of a year's report, of the whole Corps or of one unit: in review over the live report, back as a draft, or
 * published, and then never changed again but for whether the public may read it.
 */
export const reportEdition = pgTable(
  'report_edition',
  {
    id: uuid('id').primaryKey(),
    year: integer('year').notNull(),
    /** Null for the whole Corps. */
    unit: text('unit').references(() => unit.code),
    number: smallint('number').notNull(),
    status: text('status').notNull().default('review'),
    /** Each review is a new round; signatures of an earlier one count for nothing. */
    round: smallint('round').notNull().default(1),
    openedBy: person('opened_by').notNull(),
    openedAt: instant('opened_at').notNull().default(sql`jishi_now()`),
    publishedBy: person('published_by'),
    publishedAt: instant('published_at'),
    /** The moment whose figures it prints: all that was posted by then, and nothing later. */
    knownAt: instant('known_at'),
    /** The report and its figures, frozen as text (`lib/domain/edition/frozen.ts`). */
    content: text('content'),
    /** SHA-256, as hex: of the content, of the statistics catalogue and of the outline it was made by. */
    contentHash: char('content_hash', { length: 64 }),
    catalogueHash: char('catalogue_hash', { length: 64 }),
    outlineHash: char('outline_hash', { length: 64 }),
    /** The ledger's last seal at publication. */
    headSeal: integer('head_seal'),
    headRoot: char('head_root', { length: 64 }),
    /** What it says otherwise than the edition before, frozen; null where there is none before. */
    errata: text('errata'),
    isPublic: boolean('is_public').notNull().default(false),
  },
  (t) => [
    check('report_edition_status', sql`${t.status} in ('draft','review','published')`),
    check(
      'report_edition_published',
      sql`num_nonnulls(${t.publishedBy}, ${t.publishedAt}, ${t.knownAt}, ${t.content}, ${t.contentHash}, ${t.catalogueHash},
        ${t.outlineHash}) = case when ${t.status} = 'published' then 7 else 0 end`,
    ),
    check('report_edition_four_eyes', sql`${t.publishedBy} is distinct from ${t.openedBy}`),
    check('report_edition_public', sql`${t.status} = 'published' or not ${t.isPublic}`),
    uniqueIndex('report_edition_number').on(t.year, sql`coalesce(${t.unit}, '')`, t.number),
    uniqueIndex('report_edition_open')
      .on(t.year, sql`coalesce(${t.unit}, '')`)
      .where(sql`status <> 'published'`),
  ],
)

/** Append-only: who signed which chapter, and what they saw of it. */
export const reportSignature = pgTable(
  'report_signature',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    edition: uuid('edition')
      .notNull()
      .references(() => reportEdition.id),
    round: smallint('round').notNull(),
    chapter: text('chapter').notNull(),
    /** SHA-256 of the chapter's words and figures as printed, as hex. */
    hash: char('hash', { length: 64 }).notNull(),
    /** The chapter itself, frozen, so that what changes later can be shown. */
    seen: text('seen').notNull(),
    signedBy: person('signed_by').notNull(),
    signedAt: instant('signed_at').notNull().default(sql`jishi_now()`),
  },
  (t) => [index('report_signature_edition').on(t.edition, t.round)],
)

/** A published edition as a file, byte for byte as it was handed out first. */
export const reportFile = pgTable(
  'report_file',
  {
    edition: uuid('edition')
      .notNull()
      .references(() => reportEdition.id),
    form: text('form').notNull(),
    locale: text('locale').notNull(),
    sha256: char('sha256', { length: 64 }).notNull(),
    bytes: bytea('bytes').notNull(),
  },
  (t) => [primaryKey({ columns: [t.edition, t.form, t.locale] })],
)
