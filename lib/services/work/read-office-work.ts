import 'server-only'
import { readPublished } from '@/db/queries/published'
import { countRequests } from '@/db/queries/requests'
import { readCourses } from '@/db/queries/work-course'
import { readReturns } from '@/db/queries/work-decisions'
import { countInHand, readFirstInHand } from '@/db/queries/work-waiting'
import type { Actor } from '@/lib/domain/access/actor'
import { placesOf } from '@/lib/domain/published/places'
import { ageSpans, countAges } from '@/lib/domain/work/ages'
import { type OfficeWork, type WaitingGroup, waitingKinds } from '@/lib/domain/work/office-work'
import { byField } from '@/lib/domain/work/returns'
import { turnaroundOfYear } from '@/lib/domain/work/turnaround'
import { deskClock } from '../approvals/desk-clock'
import { reading } from '../reader'
import { withDeadline } from './with-deadline'

/** Of each kind so many are named; the rest is one step away. */
const NAMED = 5

/**
 * An office's own work: what waits is of now, returns, times and places are of the year.
 * @throws {Problem} forbidden
 */
export async function readOfficeWork(actor: Actor, year: number): Promise<OfficeWork> {
  return reading(actor, 'work.office', async (tx) => {
    const { clock, calendar } = await deskClock(tx)
    const [counted, first, returns, courses, published, requests] = await Promise.all([
      countInHand(tx, actor, clock),
      readFirstInHand(tx, actor, NAMED),
      readReturns(tx, actor, wholeYear(year)),
      readCourses(tx, actor, [year, year - 1]),
      readPublished(tx),
      countRequests(tx, actor, { open: true }),
    ])
    const spans = ageSpans(clock.today, calendar)
    const unit = actor.unit ?? ''
    const waiting = waitingKinds.map((kind): [string, WaitingGroup] => {
      const own = counted.filter((one) => one.kind === kind)
      const sum = (name: 'contracts' | 'overdue' | 'near') => own.reduce((all, one) => all + one[name], 0)
      return [
        kind,
        {
          contracts: sum('contracts'),
          ages: countAges(own, spans),
          overdue: sum('overdue'),
          near: sum('near'),
          first: first
            .filter((one) => one.kind === kind)
            .map(({ kind: _, ...one }) => withDeadline(one, clock.today, calendar)),
        },
      ]
    })
    return {
      unit,
      year,
      today: clock.today,
      nearUntil: clock.nearUntil,
      spans,
      waiting: Object.fromEntries(waiting) as OfficeWork['waiting'],
      requests,
      returns: byField(returns),
      turnaround: turnaroundOfYear(courses, year),
      places: placesOf(unit, published),
    }
  })
}

/** The year from its first day to its last. */
export const wholeYear = (year: number) => ({ from: `${year}-01-01`, to: `${year}-12-31` })
