import { customType, timestamp } from 'drizzle-orm/pg-core'

/** A moment, to the microsecond in the database, to the millisecond here. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

export const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' })
