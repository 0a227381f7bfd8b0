import 'server-only'
import { readUnits } from '@/db/queries/reference'
import { readCrossSums } from '@/db/statistics/cross'
import { readYears } from '@/db/statistics/lines'
import { inSnapshot, planEachTime } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { Problem } from '@/lib/domain/problems'
import { type CrossTable, cross, type Running, reads } from '@/lib/domain/statistics/cross'
import type { CrossQuery } from '@/lib/domain/statistics/cross-query'
import type { YearOfSum } from '@/lib/domain/statistics/measures'
import type { UnitMember } from '@/lib/domain/statistics/members'
import { currentYear } from '@/lib/domain/statistics/query'
import { sameDayOf, yearIsOver } from '@/lib/domain/statistics/same-day'
import { shanghaiDate, yearOf } from '@/lib/domain/time/dates'
import { lastDay, momentOf, unitMembers, unitOfView } from './read-year'

export interface CrossAnswer {
  /** The question with its years settled, and its moment: null for now. */
  query: CrossQuery
  table: CrossTable
  /** The year of the question that runs, where there is one. */
  running: Running | null
  /** Units that can stand in the table, by their names in its latest year; an office's own alone. */
  units: readonly UnitMember[]
  /** Years that have figures, the latest first. */
  years: readonly number[]
  readAt: Date
}

/**
 * A cross-table for whoever asks, live or as it stood at a moment, from one snapshot; a moment to come is now.
 * @throws {Problem} forbidden; not-found for a unit outside the actor's reach
 */
export async function readCross(actor: Actor, asked: CrossQuery): Promise<CrossAnswer> {
  demandReach(actor, asked)
  const asOf = await momentOf(asked.asOf)
  return inSnapshot(actor, async (tx, readAt) => {
    await planEachTime(tx)
    const years = await readYears(tx, actor)
    const moment = asOf ?? readAt
    const settled =
      asked.years.length > 0
        ? asked.years
        : [years.find((year) => year <= currentYear(moment)) ?? currentYear(moment)]
    const query = { ...asked, asOf, years: settled }
    const running = runningIn(query, shanghaiDate(moment))
    const needs = (year: YearOfSum) => query.measures.some((name) => reads(name, year))
    const before = needs('last') || needs('sameDay') ? query.years.map((year) => year - 1) : []
    const [sums, toDay, dated] = await Promise.all([
      readCrossSums(tx, actor, { ...query, years: [...new Set([...query.years, ...before])] }),
      running && needs('sameDay')
        ? readCrossSums(tx, actor, { ...query, years: [running.year - 1], until: running.until })
        : [],
      readUnits(tx, lastDay(query.years.at(-1) ?? 0, moment)),
    ])
    const met = new Set(sums.flatMap(({ row, column }) => [row, column]))
    const units = unitMembers(dated, (code) => met.has(code)).filter(
      ({ code }) => actor.unit === null || code === actor.unit,
    )
    const table = cross(query, sums, units, running && { year: running.year, toDay })
    return { query, table, running, units, years, readAt }
  })
}

function runningIn({ years }: CrossQuery, today: string): Running | null {
  const year = yearOf(today)
  if (!years.includes(year) || yearIsOver(year, today)) return null
  return { year, until: sameDayOf(year - 1, today) }
}

/** @throws {Problem} forbidden; not-found where a question names a unit that does not exist for whoever asks it */
export function demandReach(actor: Actor, query: Pick<CrossQuery, 'filters'>): void {
  if (!isWithinReach(actor, query)) throw new Problem({ code: 'not-found' })
}

/** Whether a question names no unit but the asker's own, where others are out of reach. @throws {Problem} forbidden */
export function isWithinReach(actor: Actor, { filters }: Pick<CrossQuery, 'filters'>): boolean {
  const own = unitOfView(actor, null)
  return filters.every(
    (filter) =>
      own === null ||
      filter.key !== 'unit' ||
      filter.operator !== 'in' ||
      filter.codes.every((code) => code === own),
  )
}
