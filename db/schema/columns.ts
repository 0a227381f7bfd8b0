import { char, customType, integer, jsonb, text, timestamp } from 'drizzle-orm/pg-core'

/** A moment, to the microsecond in the database, to the millisecond here. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

export const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/** A file of contracts as it was sent in, and how its columns were understood. */
export const sentFile = () => ({
  fileName: text('file_name').notNull(),
  size: integer('size').notNull(),
  sha256: char('sha256', { length: 64 }).notNull(),
  /** Format, encoding, sheets and what the reader came across (`lib/domain/import/batch.ts`). */
  file: jsonb('file').notNull(),
  /** Columns with samples, as they were understood of the sheet chosen. */
  seen: jsonb('seen').notNull(),
  mapping: jsonb('mapping').notNull(),
})
