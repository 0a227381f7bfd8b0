import { sql } from 'drizzle-orm'
import { boolean, index, jsonb, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'

export const organisationColumns = {
  id: uuid('id').primaryKey(),
  name: text('name').notNull(),
  code: text('code'),
  country: text('country').notNull(),
  isCorps: boolean('is_corps').notNull(),
  details: jsonb('details').notNull(),
  createdBy: uuid('created_by'),
  updatedAt: timestamp('updated_at', { withTimezone: true, mode: 'date' })
    .notNull()
    .default(sql`jishi_now()`),
  grams: text('grams').array().generatedAlwaysAs(sql`jishi_grams(name || ' ' || coalesce(code, ''))`),
}

/** The registry of organisations that parties are taken from. `details` is a Party of the dictionary. */
export const organisation = pgTable('organisation', organisationColumns, (t) => [
  uniqueIndex('organisation_code').on(t.code),
  index('organisation_grams').using('gin', t.grams),
  index('organisation_name').on(t.name),
])
