import { and, gte, lte } from 'drizzle-orm'
import { type Settings, settingsOn } from '@/lib/domain/settings'
import type { Calendar } from '@/lib/domain/time/working-days'
import type { Tx } from '../client'
import { holiday, setting, unitVersion } from '../schema'

/** The settings in force on a day. */
export async function readSettings(tx: Tx, day: string): Promise<Settings> {
  return settingsOn(day, await tx.select().from(setting).where(lte(setting.validFrom, day)))
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
