import { sql } from 'drizzle-orm'
import { check, date, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { account } from './people'
import { unit } from './units'

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

/** 高校科研院所名录: universities and institutes by the days between which they are on the list; a line is never lost. */
export const institution = pgTable(
  'institution',
  {
    /** What records call it by: a code of the first list, or the Chinese name of one that joined later. */
    code: text('code').primaryKey(),
    nameZh: text('name_zh').notNull().unique(),
    nameEn: text('name_en').notNull(),
    kind: text('kind').notNull(),
    /** Registration unit it belongs to. */
    unit: text('unit')
      .notNull()
      .references(() => unit.code),
    since: date('since', { mode: 'string' }).notNull(),
    /** The first day on which it is no longer on the list. */
    until: date('until', { mode: 'string' }),
    /** Null for the list that a register begins with. */
    listedBy: uuid('listed_by').references(() => account.id),
    listedAt: moment('listed_at').notNull().default(sql`jishi_now()`),
    endedBy: uuid('ended_by').references(() => account.id),
    endedAt: moment('ended_at'),
  },
  (t) => [
    check('institution_kind', sql`${t.kind} in ('university','institute')`),
    check('institution_days', sql`${t.until} is null or ${t.until} > ${t.since}`),
    check('institution_ended', sql`(${t.until} is null) = (${t.endedAt} is null)`),
  ],
)
