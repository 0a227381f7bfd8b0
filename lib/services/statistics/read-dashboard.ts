import 'server-only'
import { readDays, readYearsToDay } from '@/db/statistics/days'
import { readLatest } from '@/db/statistics/lines'
import { readMatrix } from '@/db/statistics/matrix'
import { inSnapshot } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { addSums, noSums } from '@/lib/domain/statistics/book'
import type { Glance } from '@/lib/domain/statistics/glance'
import { type Days, sameDayOf, weekSoFar } from '@/lib/domain/statistics/same-day'
import { shanghaiDate, yearOf } from '@/lib/domain/time/dates'
import { type Choice, viewOf, type YearStatistics, yearIn } from './read-year'

/** Earlier years that a picture of years shows and an estimate learns from. */
const EARLIER = 5
const LATEST = 5

export type Dashboard = YearStatistics & Glance

/**
 * The year at a glance: every table of the catalogue and what stands around them, from one snapshot.
 * @throws {Problem} as `readYear` does
 */
export async function readDashboard(actor: Actor, year: number, choice: Choice = {}): Promise<Dashboard> {
  const view = await viewOf(actor, year, choice)
  return inSnapshot(actor, async (tx, at) => {
    const { unit, asOf } = view
    const today = shanghaiDate(asOf ?? at)
    const running = yearOf(today) === year
    const week = inYear(weekSoFar(today), year)
    const days = sameDays(running ? today : `${year}-12-31`)
    const [statistics, years, fresh, latest, flow] = await Promise.all([
      yearIn(tx, at, actor, view),
      asOf ? [] : readYearsToDay(tx, actor, days, unit),
      running && !asOf ? readDays(tx, actor, week, unit) : null,
      readLatest(tx, actor, year, view, LATEST),
      readMatrix(tx, actor, 'flow', view),
    ])
    return {
      ...statistics,
      years,
      fresh: fresh && {
        today,
        week,
        ofToday: fresh.get(today) ?? noSums,
        ofWeek: [...fresh.values()].reduce(addSums, noSums),
      },
      latest,
      flow,
    }
  })
}

/** The day itself and the same day of each year before. */
const sameDays = (day: string): { year: number; day: string }[] =>
  Array.from({ length: EARLIER + 1 }, (_, back) => {
    const year = yearOf(day) - back
    return { year, day: sameDayOf(year, day) }
  })

/** A week around New Year lies in two years; the year shown has its own days alone. */
const inYear = ({ from, to }: Days, year: number): Days =>
  yearOf(from) === year ? { from, to } : { from: `${year}-01-01`, to }
