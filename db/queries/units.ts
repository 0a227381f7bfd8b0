import { and, asc, desc, eq } from 'drizzle-orm'
import type { Area } from '@/lib/domain/units'
import type { Tx } from '../client'
import { codeMapping, holiday, setting, unit, unitVersion } from '../schema'
import type { UnitVersion } from './reference'

export interface UnitHistory {
  code: string
  point: string
  /** Newest first. */
  versions: (UnitVersion & { area: Area })[]
}

/** Every unit with all its versions, in the order of the registration points. */
export async function readUnitHistories(tx: Tx): Promise<UnitHistory[]> {
  const [units, versions] = await Promise.all([
    tx.select().from(unit).orderBy(asc(unit.point)),
    tx.select().from(unitVersion).orderBy(desc(unitVersion.validFrom)),
  ])
  return units.map(({ code, point }) => ({
    code,
    point,
    versions: versions.filter((version) => version.unit === code) as UnitHistory['versions'],
  }))
}

/** Holds the unit, so that two changes of it come one after the other. */
export async function lockUnit(tx: Tx, code: string): Promise<boolean> {
  const [row] = await tx.select({ code: unit.code }).from(unit).where(eq(unit.code, code)).for('update')
  return row !== undefined
}

/** Writes the version that holds from its day on, in the place of one of the same day. */
export async function putUnitVersion(tx: Tx, version: UnitVersion): Promise<void> {
  const { unit: _unit, validFrom: _from, ...values } = version
  await tx
    .insert(unitVersion)
    .values(version)
    .onConflictDoUpdate({ target: [unitVersion.unit, unitVersion.validFrom], set: values })
}

/** Takes back a version that does not hold yet. */
export async function deleteUnitVersion(tx: Tx, code: string, validFrom: string): Promise<boolean> {
  const gone = await tx
    .delete(unitVersion)
    .where(and(eq(unitVersion.unit, code), eq(unitVersion.validFrom, validFrom)))
    .returning({ unit: unitVersion.unit })
  return gone.length > 0
}

export type SettingRow = typeof setting.$inferSelect

/** All values of all settings, newest first. */
export const readSettingRows = (tx: Tx): Promise<SettingRow[]> =>
  tx.select().from(setting).orderBy(desc(setting.validFrom))

export async function putSetting(
  tx: Tx,
  row: Pick<SettingRow, 'key' | 'validFrom' | 'value' | 'setBy'> & { setAt: Date },
): Promise<void> {
  const { value, setBy, setAt } = row
  await tx
    .insert(setting)
    .values(row)
    .onConflictDoUpdate({ target: [setting.key, setting.validFrom], set: { value, setBy, setAt } })
}

export async function deleteSetting(tx: Tx, key: string, validFrom: string): Promise<SettingRow | null> {
  const [gone] = await tx
    .delete(setting)
    .where(and(eq(setting.key, key), eq(setting.validFrom, validFrom)))
    .returning()
  return gone ?? null
}

export type Holiday = Omit<typeof holiday.$inferSelect, 'kind'> & { kind: 'off' | 'work' }

export const readHolidays = async (tx: Tx): Promise<Holiday[]> =>
  (await tx.select().from(holiday).orderBy(holiday.day)) as Holiday[]

export async function putHoliday(tx: Tx, day: Holiday): Promise<void> {
  const { kind, nameZh, nameEn } = day
  await tx
    .insert(holiday)
    .values(day)
    .onConflictDoUpdate({ target: holiday.day, set: { kind, nameZh, nameEn } })
}

export async function deleteHoliday(tx: Tx, day: string): Promise<Holiday | null> {
  const [gone] = await tx.delete(holiday).where(eq(holiday.day, day)).returning()
  return (gone as Holiday | undefined) ?? null
}

/** National codes of one list by our code. */
export async function readNationalCodes(tx: Tx, list: string): Promise<Map<string, string>> {
  const rows = await tx.select().from(codeMapping).where(eq(codeMapping.list, list))
  return new Map(rows.map(({ code, nationalCode }) => [code, nationalCode]))
}

/** Sets a national code, or forgets it where it is empty. */
export async function putNationalCode(
  tx: Tx,
  list: string,
  code: string,
  nationalCode: string,
): Promise<void> {
  if (nationalCode === '') {
    await tx.delete(codeMapping).where(and(eq(codeMapping.list, list), eq(codeMapping.code, code)))
    return
  }
  await tx
    .insert(codeMapping)
    .values({ list, code, nationalCode })
    .onConflictDoUpdate({ target: [codeMapping.list, codeMapping.code], set: { nationalCode } })
}
