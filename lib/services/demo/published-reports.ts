import 'server-only'
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { atTime } from '@/db/clock'
import { yuanText } from '@/lib/domain/money'
import { placeAmong } from '@/lib/domain/published/places'
import { units } from '@/lib/domain/units'
import { recordPublished } from '../published/record'
import { dataFile } from './data-file'
import { person } from './people'

const reportSchema = z.object({
  table_1_by_unit: z.array(
    z.object({
      unit: z.string(),
      turnover: z.number(),
      turnover_previous: z.number(),
      division_rank: z.int().nullable(),
    }),
  ),
})

/** The auditor records the printed reports of 2023 and 2024, each in the January after its year. */
export async function recordReports(): Promise<void> {
  const file: unknown = JSON.parse(readFileSync(dataFile('annual-report-2024.json'), 'utf8'))
  const printed = reportSchema.parse(file).table_1_by_unit.map((row) => {
    const unit = units.find(({ words }) => words.zh === row.unit)
    if (!unit) throw new Error(`The report names a unit that nobody knows: ${row.unit}`)
    return { ...row, unit: unit.code, ranked: unit.ranked, last: fen(row.turnover_previous) }
  })
  // Of 2023 the report of 2024 prints the turnover alone; the places follow from it.
  const divisions = printed.filter(({ ranked }) => ranked).map(({ last }) => last)
  await record(
    2023,
    printed.map(({ unit, ranked, last }) => ({
      unit,
      turnover: yuanText(last),
      rank: ranked ? placeAmong(last, divisions) : null,
    })),
  )
  await record(
    2024,
    printed.map(({ unit, turnover, division_rank: rank }) => ({
      unit,
      turnover: yuanText(fen(turnover)),
      rank,
    })),
  )
}

const record = (year: number, rows: { unit: string; turnover: string; rank: number | null }[]) =>
  atTime(new Date(`${year + 1}-01-20T02:00:00Z`), () =>
    recordPublished(person('auditor'), { year, edition: 1, rows }),
  )

/** Printed 万元 with two decimals as exact fen. */
const fen = (wan: number): bigint => BigInt(Math.round(wan * 100)) * 10_000n
