import { and, gte, lte, sql } from 'drizzle-orm'
import { type Settings, settingsOn } from '@/lib/domain/settings'
import { shanghaiDate } from '@/lib/domain/time/dates'
import type { Calendar } from '@/lib/domain/time/working-days'
import type { Tx } from '../client'
import { holiday, setting, unitVersion } from '../schema'

/** Today in Asia/Shanghai by the database's clock. */
export async function readToday(tx: Tx): Promise<string> {
  const [row] = await tx.execute<{ at: Date | string }>(sql`select jishi_now() as at`)
  return shanghaiDate(new Date(row?.at ?? Number.NaN))
}

/** The settings in force on a day. */
export async function readSettings(tx: Tx, day: string): Promise<Settings> {
  return settingsOn(day, await tx.select().from(setting).where(lte(setting.validFrom, day)))
}

/** The settings of any day: for whoever learns only from what is fetched which day counts. */
export async function readEverySetting(tx: Tx): Promise<(day: string) => Settings> {
  const rows = await tx.select().from(setting)
  return (day) => settingsOn(day, rows)
}

/** Holidays and make-up days between two days. */
export async function readCalendar(tx: Tx, from: string, to: string): Promise<Calendar> {
  const days = await tx
    .select()
    .from(holiday)
    .where(and(gte(holiday.day, from), lte(holiday.day, to)))
  return new Map(days.map(({ day, kind }) => [day, kind as 'off' | 'work']))
}

export type UnitVersion = typeof unitVersion.$inferSelect

/** Each unit as it stood on a day, by code. */
export async function readUnits(tx: Tx, day: string): Promise<Map<string, UnitVersion>> {
  const versions = await tx
    .select()
    .from(unitVersion)
    .where(lte(unitVersion.validFrom, day))
    .orderBy(unitVersion.validFrom)
  return new Map(versions.map((version) => [version.unit, version]))
}
