import 'server-only'
import type { Tx } from '@/db/client'
import { countWaiting } from '@/db/queries/desk'
import { readUnits } from '@/db/queries/reference'
import { countRequests } from '@/db/queries/requests'
import { readHolidays } from '@/db/queries/units'
import { readRegisteredGroups } from '@/db/queries/work-course'
import { readDecisions, readRefusals, readReturns } from '@/db/queries/work-decisions'
import { countByAcceptance, readNearest } from '@/db/queries/work-waiting'
import type { Actor } from '@/lib/domain/access/actor'
import { deskFilterSchema } from '@/lib/domain/approval/desk'
import type { Member } from '@/lib/domain/statistics/members'
import { addDays } from '@/lib/domain/time/dates'
import { ageSpans, countAges } from '@/lib/domain/work/ages'
import type { CentreWork, UnitInHand } from '@/lib/domain/work/centre-work'
import { type DecisionDay, decisionsByDay } from '@/lib/domain/work/decisions'
import { qualityByUnit } from '@/lib/domain/work/quality'
import { byField, byUnit } from '@/lib/domain/work/returns'
import { deskClock } from '../approvals/desk-clock'
import { reading } from '../reader'
import { wholeYear } from './read-office-work'
import { withDeadline } from './with-deadline'

/** Contracts whose deadline comes first. */
const NEAREST = 8
/** Reasons with a column of their own. */
const REASONS = 6
/** Days shown one by one, today the last. */
const DAYS = 30

/**
 * The centre's work over all offices: what is in hand and the last days are of now, returns and quality of the year.
 * @throws {Problem} forbidden
 */
export async function readCentreWork(actor: Actor, year: number): Promise<CentreWork> {
  return reading(actor, 'desk.read', async (tx) => {
    const { clock, calendar } = await deskClock(tx)
    const { today } = clock
    const span = wholeYear(year)
    const [accepted, waiting, nearest, days, returned, registered, refused, versions, requests] =
      await Promise.all([
        countByAcceptance(tx, actor),
        countWaiting(tx, actor, deskFilterSchema.parse({}), clock),
        readNearest(tx, actor, NEAREST),
        lastDays(tx, actor, today),
        readReturns(tx, actor, span),
        readRegisteredGroups(tx, actor, year),
        readRefusals(tx, actor, span),
        readUnits(tx, today),
        countRequests(tx, actor, { open: true }),
      ])
    const met = new Set([...waiting, ...returned, ...registered, ...refused].map(({ unit }) => unit))
    const units = [...versions.values()]
      .filter(({ unit, closed }) => !closed || met.has(unit))
      .map(({ unit, nameZh, nameEn }): Member => ({ code: unit, words: { zh: nameZh, en: nameEn } }))
      .sort((a, b) => (a.code < b.code ? -1 : 1))
    const codes = units.map(({ code }) => code)
    const spans = ageSpans(today, calendar)
    const inHand = (unit: string | null): UnitInHand => {
      const own = waiting.filter((one) => unit === null || one.unit === unit)
      const sum = (name: 'all' | 'overdue' | 'near') => own.reduce((all, one) => all + one[name], 0)
      return {
        unit: unit ?? '',
        contracts: sum('all'),
        ages: countAges(
          accepted.filter((one) => unit === null || one.unit === unit),
          spans,
        ),
        overdue: sum('overdue'),
        near: sum('near'),
      }
    }
    return {
      year,
      today,
      units,
      spans,
      inHand: { rows: codes.map(inHand), total: inHand(null) },
      nearest: nearest.map((one) => withDeadline(one, today, calendar)),
      requests,
      days,
      returns: { ...byUnit(returned, codes, REASONS), fields: byField(returned).fields },
      quality: qualityByUnit(registered, [...registered, ...returned, ...refused], codes),
    }
  })
}

async function lastDays(tx: Tx, actor: Actor, today: string): Promise<DecisionDay[]> {
  const [decided, holidays] = await Promise.all([
    readDecisions(tx, actor, { from: addDays(today, 1 - DAYS), to: today }),
    readHolidays(tx),
  ])
  const named = holidays.map(({ day, kind, nameZh, nameEn }) => ({
    day,
    kind,
    words: { zh: nameZh, en: nameEn },
  }))
  return decisionsByDay(today, DAYS, decided, named)
}
