import 'server-only'
import { z } from 'zod'
import { MoneyWire, yuanText } from '@/lib/domain/money'
import { chapters } from '@/lib/domain/statistics/catalogue'
import type { Row } from '@/lib/domain/statistics/compute'
import type { CountedContract } from '@/lib/domain/statistics/counted'
import { figureWire, isFigure } from '@/lib/domain/statistics/figure'
import { type MeasureName, measureNames, measures } from '@/lib/domain/statistics/measures'
import type { YearStatistics } from '../statistics/read-year'

const words = z.object({ zh: z.string(), en: z.string() })
const figure = z
  .union([z.number(), z.string()])
  .nullable()
  .describe(
    'Counts and ranks are numbers; money (yuan), percentages and multiples decimal strings; null where there is none',
  )

const row = z.object({
  member: z.string().describe('Code of the member; of a group or the total, its name'),
  members: z.array(z.string()).optional().describe('The members a group adds up'),
  label: words,
  figures: z.partialRecord(z.enum(measureNames), figure),
  missing: z
    .partialRecord(z.enum(measureNames), z.enum(['no-base', 'not-ranked']))
    .optional()
    .describe('Why a figure is null: nothing to divide by, or no part in the ranking'),
})

const money = MoneyWire.in.describe('Yuan, decimal string')

const counted = z.object({
  id: z.uuid(),
  number: z.string(),
  name: z.string(),
  unit: z.string(),
  type: z.string(),
  registeredOn: z.iso.date(),
  sellerName: z.string(),
  buyerName: z.string(),
  turnover: money,
  technology: money,
})

/** The answer of `GET /api/v1/statistics/{year}`. */
export const statisticsAnswer = z.object({
  year: z.int(),
  unit: z.string().nullable().describe('Unit whose figures these are; null for the whole Corps'),
  asOf: z.iso.datetime().nullable().describe('The past moment; null for live figures'),
  readAt: z.iso.datetime(),
  measures: z.partialRecord(
    z.enum(measureNames),
    z.object({ label: words, unit: z.enum(['count', 'money', 'percent', 'times', 'rank']) }),
  ),
  tables: z.array(
    z.object({
      id: z.string(),
      title: words,
      report: words.optional().describe('Where the printed report shows it'),
      chapter: z.enum(Object.keys(chapters) as [keyof typeof chapters]),
      dimension: z.string().optional(),
      rows: z.array(row).optional(),
      groups: z.array(row).optional(),
      total: row.nullable().optional(),
      ratios: z.array(z.object({ id: z.string(), label: words, value: figure })).optional(),
      contracts: z.array(counted).optional(),
    }),
  ),
})

export type StatisticsAnswer = z.infer<typeof statisticsAnswer>

/** The statistics as they travel. */
export function toAnswer({ year, unit, asOf, readAt, tables }: YearStatistics): StatisticsAnswer {
  return {
    year,
    unit,
    asOf: asOf?.toISOString() ?? null,
    readAt: readAt.toISOString(),
    measures: Object.fromEntries(
      measureNames.map((name) => [name, { label: measures[name].words, unit: measures[name].unit }]),
    ),
    tables: tables.map((one) => {
      const { id, title, chapter, report } = one.spec
      const head = { id, title, chapter, ...(report && { report }) }
      if ('contracts' in one) return { ...head, contracts: one.contracts.map(contractWire) }
      const { rows, groups, total, between } = one.table
      return {
        ...head,
        dimension: one.spec.split,
        rows: rows.map(rowWire),
        groups: groups.map(rowWire),
        total: total && rowWire({ ...total, member: 'total' }),
        ratios: between.map(({ id, words, cell }) => ({
          id,
          label: words,
          value: isFigure(cell) ? figureWire(cell, 'times') : null,
        })),
      }
    }),
  }
}

function rowWire({ member, members, words, cells }: Row): z.infer<typeof row> {
  const named = Object.entries(cells) as [MeasureName, NonNullable<Row['cells'][MeasureName]>][]
  const absent = named.flatMap(([name, cell]) => (isFigure(cell) ? [] : [[name, cell.missing] as const]))
  return {
    member,
    ...(members && { members: [...members] }),
    label: words,
    figures: Object.fromEntries(
      named.map(([name, cell]) => [name, isFigure(cell) ? figureWire(cell, measures[name].unit) : null]),
    ),
    ...(absent.length > 0 && { missing: Object.fromEntries(absent) }),
  }
}

const contractWire = ({ posting: _, turnover, technology, ...rest }: CountedContract) => ({
  ...rest,
  turnover: yuanText(turnover),
  technology: yuanText(technology),
})
