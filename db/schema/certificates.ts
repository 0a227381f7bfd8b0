import { sql } from 'drizzle-orm'
import { char, check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { bytea, instant } from './columns'
import { person } from './people'
import { unit } from './units'

/** Papers that were printed, each with what it states: one for each version of a registration, and lists of several. */
export const certificate = pgTable(
  'certificate',
  {
    id: uuid('id').primaryKey(),
    kind: text('kind').notNull(),
    /** The registration number; of a list its own. */
    number: text('number').notNull(),
    version: integer('version').notNull(),
    /** What it states, as the database worked it out (`jishi_certificate_facts`, `jishi_certificate_rows`). */
    facts: jsonb('facts').notNull(),
    /** SHA-256 of the facts as the check code covers them. */
    hash: char('hash', { length: 64 }).notNull(),
    /** SHA-256 of number and check code: what whoever checks it must know. */
    digest: bytea('digest').notNull(),
    contracts: uuid('contracts').array().notNull(),
    /** Of the contract; of a list the office that made it, null of the centre. */
    unit: text('unit').references(() => unit.code),
    issuedBy: person('issued_by').notNull(),
    issuedAt: instant('issued_at').notNull().default(sql`jishi_now()`),
  },
  (t) => [
    check('certificate_kind', sql`${t.kind} in ('contract','list')`),
    uniqueIndex('certificate_number').on(t.number, t.version),
    uniqueIndex('certificate_digest').on(t.digest),
    index('certificate_hash').on(t.hash),
    index('certificate_contracts').using('gin', t.contracts),
  ],
)
