import { sql } from 'drizzle-orm'
import { boolean, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { account } from './people'

/** Append-only: a rule of the self-audit switched on or off; the latest row holds, without one the catalogue's word. */
export const auditRuleSwitch = pgTable(
  'audit_rule_switch',
  {
    rule: text('rule').notNull(),
    at: timestamp('at', { withTimezone: true, mode: 'date' }).notNull().default(sql`jishi_now()`),
    on: boolean('on').notNull(),
    by: uuid('by')
      .notNull()
      .references(() => account.id),
  },
  (t) => [primaryKey({ columns: [t.rule, t.at] })],
)
