import type { Sql } from 'postgres'
import { settingKeys, settings } from '@/lib/domain/settings'
import { nationalHolidays } from '@/lib/domain/time/holidays'
import { units } from '@/lib/domain/units'
import { firstInstitutions } from '@/lib/domain/work-records/institutions'

/** Units, settings and the holiday calendar as they start out; what an administrator changed later stays. */
export async function seedReference(sql: Sql): Promise<void> {
  for (const { code, point, words, area, ranked } of units) {
    await sql`insert into unit (code, point) values (${code}, ${point}) on conflict do nothing`
    await sql`
      insert into unit_version (unit, valid_from, name_zh, name_en, area, ranked)
      select ${code}, '2000-01-01', ${words.zh}, ${words.en}, ${area}, ${ranked}
      where not exists (select from unit_version where unit = ${code})`
  }
  for (const key of settingKeys) {
    for (const { from, value } of settings[key].initial) {
      await sql`
        insert into setting (key, valid_from, value) values (${key}, ${from}, ${JSON.stringify(value)}::text::jsonb)
        on conflict do nothing`
    }
  }
  for (const { date, kind, words } of nationalHolidays) {
    await sql`
      insert into holiday (day, kind, name_zh, name_en) values (${date}, ${kind}, ${words.zh}, ${words.en})
      on conflict do nothing`
  }
}

/** The list of institutions as it starts out. */
export async function seedInstitutions(sql: Sql): Promise<void> {
  for (const { code, words, kind, unit, since } of firstInstitutions) {
    await sql`
      insert into institution (code, name_zh, name_en, kind, unit, since, listed_at)
      values (${code}, ${words.zh}, ${words.en}, ${kind}, ${unit}, ${since}, ${since}::date)
      on conflict do nothing`
  }
}
