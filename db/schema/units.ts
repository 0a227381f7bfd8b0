import { sql } from 'drizzle-orm'
import {
  boolean,
  char,
  check,
  date,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'

/** A registration unit; what can change over time stands in `unit_version`. */
export const unit = pgTable('unit', {
  code: text('code').primaryKey(),
  /** The two digits in registration numbers; never reused. */
  point: char('point', { length: 2 }).notNull().unique(),
})

/** Name, area and rank of a unit from a day on. A past year reads the version in force on its last day. */
export const unitVersion = pgTable(
  'unit_version',
  {
    unit: text('unit')
      .notNull()
      .references(() => unit.code),
    validFrom: date('valid_from', { mode: 'string' }).notNull(),
    nameZh: text('name_zh').notNull(),
    nameEn: text('name_en').notNull(),
    area: text('area').notNull(),
    ranked: boolean('ranked').notNull(),
    /** Closed from this day on: no new contracts; `mergedInto` says where its work went. */
    closed: boolean('closed').notNull().default(false),
    mergedInto: text('merged_into').references(() => unit.code),
  },
  (t) => [
    primaryKey({ columns: [t.unit, t.validFrom] }),
    check('unit_version_area', sql`${t.area} in ('south','north')`),
  ],
)

/** A setting from a day on (thresholds, deadlines, password rules); the keys and shapes are `lib/domain/settings.ts`. */
export const setting = pgTable(
  'setting',
  {
    key: text('key').notNull(),
    validFrom: date('valid_from', { mode: 'string' }).notNull(),
    value: jsonb('value').notNull(),
    setBy: uuid('set_by'),
    setAt: timestamp('set_at', { withTimezone: true, mode: 'date' }).notNull().default(sql`jishi_now()`),
  },
  (t) => [primaryKey({ columns: [t.key, t.validFrom] })],
)

/** Days that differ from the plain week: holidays, and weekend days worked instead. */
export const holiday = pgTable(
  'holiday',
  {
    day: date('day', { mode: 'string' }).primaryKey(),
    kind: text('kind').notNull(),
    nameZh: text('name_zh').notNull(),
    nameEn: text('name_en').notNull(),
  },
  (t) => [check('holiday_kind', sql`${t.kind} in ('off','work')`)],
)

/** Code of the national system for a code of ours, once known. */
export const codeMapping = pgTable(
  'code_mapping',
  {
    list: text('list').notNull(),
    code: text('code').notNull(),
    nationalCode: text('national_code').notNull(),
  },
  (t) => [primaryKey({ columns: [t.list, t.code] })],
)
