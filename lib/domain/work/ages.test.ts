import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarOf, nationalHolidays } from '../time/holidays'
import { addDays, daysBetween, workingDaysBetween } from '../time/working-days'
import { type AgeId, ageSpans, ages, countAges } from './ages'

const calendar = calendarOf(nationalHolidays)
const today = fc.integer({ min: 60, max: 1400 }).map((days) => addDays('2023-01-01', days))

/** The age as the working-day rule says it, day by day. */
const ageOf = (since: string, day: string): AgeId => {
  const worked = workingDaysBetween(since, day, calendar)
  return ages.find(({ most }) => most === null || worked <= most)?.id ?? 'over15'
}

describe('ages in working days', () => {
  it('go by the working calendar: a holiday’s days don’t age, a Sunday worked does', () => {
    expect(ageSpans('2026-10-08', calendar)).toEqual([
      { age: 'upTo2', from: '2026-09-29', to: '2026-10-08' },
      { age: 'upTo5', from: '2026-09-23', to: '2026-09-28' },
      { age: 'upTo10', from: '2026-09-17', to: '2026-09-22' },
      { age: 'upTo15', from: '2026-09-10', to: '2026-09-16' },
      { age: 'over15', from: null, to: '2026-09-09' },
    ])
  })

  it('follow one another without a gap, and each day is of the age that its working days say', () => {
    fc.assert(
      fc.property(today, fc.integer({ min: 0, max: 60 }), (day, back) => {
        const spans = ageSpans(day, calendar)
        expect(spans[0]?.to).toBe(day)
        spans.slice(1).forEach(({ to }, index) => {
          expect(daysBetween(to, spans[index]?.from ?? '')).toBe(1)
        })
        const since = addDays(day, -back)
        const found = spans.filter(({ from, to }) => since <= to && (from === null || since >= from))
        expect(found.map(({ age }) => age)).toEqual([ageOf(since, day)])
      }),
    )
  })

  it('keep every contract that is counted', () => {
    const waiting = fc.array(
      fc.record({ back: fc.integer({ min: 0, max: 90 }), contracts: fc.integer({ min: 1, max: 50 }) }),
    )
    fc.assert(
      fc.property(today, waiting, (day, given) => {
        const since = given.map(({ back, contracts }) => ({ since: addDays(day, -back), contracts }))
        const counted = countAges(since, ageSpans(day, calendar))
        for (const { id } of ages) {
          const expected = since.filter((one) => ageOf(one.since, day) === id)
          expect(counted[id]).toBe(expected.reduce((sum, { contracts }) => sum + contracts, 0))
        }
      }),
    )
  })
})
