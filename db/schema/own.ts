import { sql } from 'drizzle-orm'
import { check, index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from './columns'
import { account } from './people'

const whose = () =>
  uuid('account')
    .notNull()
    .references(() => account.id)

/** How a person likes the house (lib/domain/preferences.ts). */
export const preference = pgTable('preference', {
  account: whose().primaryKey(),
  choices: jsonb('choices').notNull(),
})

/** What a person opened last, a bounded number; whether they still reach it is asked when it is shown. */
export const recent = pgTable(
  'recent',
  {
    account: whose(),
    kind: text('kind').notNull(),
    subject: uuid('subject').notNull(),
    openedAt: instant('opened_at').notNull().default(sql`jishi_now()`),
  },
  (t) => [
    primaryKey({ columns: [t.account, t.kind, t.subject] }),
    check('recent_kind', sql`${t.kind} in ('contract','request','campaign','organisation')`),
  ],
)

/** How a character is read in pinyin, without tones; ü is v. From pinyin-pro, every reading it knows. */
export const hanzi = pgTable('hanzi', {
  character: text('character').primaryKey(),
  readings: text('readings').array().notNull(),
})

/** Names that parties and organisations have or had, with the spellings they are found by (decision 25). */
export const spelledName = pgTable(
  'spelled_name',
  {
    name: text('name').notNull(),
    /** The party's code, where the contract says one. */
    code: text('code'),
    keys: text('keys').array().notNull(),
  },
  (t) => [index('spelled_name_name').on(t.name), index('spelled_name_keys').using('gin', t.keys)],
)
