import { and, between, eq, inArray, lte, type SQL, sql } from 'drizzle-orm'
import type { Actor } from '@/lib/domain/access/actor'
import { addSums, type Ledger, noSums, type Sums } from '@/lib/domain/statistics/book'
import type { YearToDay } from '@/lib/domain/statistics/glance'
import { yearOf } from '@/lib/domain/time/dates'
import type { Tx } from '../client'
import { dayTotal, posting, total } from '../schema'
import { type Way, wayTo } from './moment'
import { figuresOf } from './reach'
import { sumsOfRow } from './sums'

type Columns = { contracts: SQL; turnover: SQL; technology: SQL }

const sumsOfDays: Columns = {
  contracts: sql`sum(${dayTotal.contracts})`,
  turnover: sql`sum(${dayTotal.turnover})`,
  technology: sql`sum(${dayTotal.technology})`,
}

/** A year up to a day, as a whole and by unit; of a past moment where one is asked for. */
export async function readToDay(tx: Tx, actor: Actor, asked: ToDay): Promise<Ledger> {
  const { year, day, unit, asOf } = asked
  const way = asOf && (await wayTo(tx, [year], asOf))
  const parts = await Promise.all([
    way ? linesToDay(tx, actor, asked, way) : [],
    !way || way.fromNow
      ? tx
          .select({ unit: dayTotal.unit, ...sumsOfDays })
          .from(dayTotal)
          .where(and(eq(dayTotal.year, year), lte(dayTotal.day, day), figuresOf(actor, 'dayTotal', unit)))
          .groupBy(dayTotal.unit)
      : [],
  ])
  const byUnit = new Map<string, Sums>()
  for (const row of parts.flat())
    byUnit.set(row.unit, addSums(byUnit.get(row.unit) ?? noSums, sumsOfRow(row)))
  const all = [...byUnit.values()].reduce(addSums, noSums)
  return new Map([
    ['unit', byUnit],
    ['all', new Map([['', all]])],
  ])
}

interface ToDay {
  year: number
  day: string
  unit: string | null
  asOf: Date | null
}

const linesToDay = (tx: Tx, actor: Actor, { year, day, unit }: ToDay, { lines, sign }: Way) =>
  tx
    .select({
      unit: posting.unit,
      contracts: sql`sum(${sign})`,
      turnover: sql`sum(${sign} * ${posting.turnover})`,
      technology: sql`sum(${sign} * ${posting.technology})`,
    })
    .from(posting)
    .where(
      and(eq(posting.year, year), lte(posting.registeredOn, day), lines, figuresOf(actor, 'posting', unit)),
    )
    .groupBy(posting.unit)

/** Sums of each day of registration between two days of one year, both counted, live. */
export async function readDays(
  tx: Tx,
  actor: Actor,
  span: { from: string; to: string },
  unit: string | null,
): Promise<Map<string, Sums>> {
  const rows = await tx
    .select({ day: dayTotal.day, ...sumsOfDays })
    .from(dayTotal)
    .where(
      and(
        eq(dayTotal.year, yearOf(span.to)),
        between(dayTotal.day, span.from, span.to),
        figuresOf(actor, 'dayTotal', unit),
      ),
    )
    .groupBy(dayTotal.day)
  return new Map(rows.map((row) => [row.day, sumsOfRow(row)]))
}

/** Each of the years as a whole and up to a day of its own, live; years without registrations are left out. */
export async function readYearsToDay(
  tx: Tx,
  actor: Actor,
  days: readonly { year: number; day: string }[],
  unit: string | null,
): Promise<YearToDay[]> {
  if (days.length === 0) return []
  const years = days.map(({ year }) => year)
  const [full, part] = await Promise.all([
    tx
      .select({
        year: total.year,
        contracts: sql`sum(${total.contracts})`,
        turnover: sql`sum(${total.turnover})`,
        technology: sql`sum(${total.technology})`,
      })
      .from(total)
      .where(and(inArray(total.year, years), eq(total.dimension, 'all'), figuresOf(actor, 'total', unit)))
      .groupBy(total.year),
    tx
      .select({ year: dayTotal.year, ...sumsOfDays })
      .from(dayTotal)
      .where(
        and(
          figuresOf(actor, 'dayTotal', unit),
          sql`(${sql.join(
            days.map(({ year, day }) => and(eq(dayTotal.year, year), lte(dayTotal.day, day)) as SQL),
            sql` or `,
          )})`,
        ),
      )
      .groupBy(dayTotal.year),
  ])
  const toDay = new Map(part.map((row) => [row.year, sumsOfRow(row)]))
  return full
    .map((row) => ({ year: row.year, full: sumsOfRow(row), toDay: toDay.get(row.year) ?? noSums }))
    .filter((one) => one.full.contracts > 0n)
    .sort((a, b) => a.year - b.year)
}
