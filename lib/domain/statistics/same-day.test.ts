import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween, weekday, yearOf } from '../time/dates'
import { comparedDay, dayAlone, sameDayOf, weekSoFar, yearIsOver } from './same-day'

const date = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2000-01-01', days))

describe('the day to compare with', () => {
  test.each([
    [2026, '2026-11-26', '2025-11-26'],
    [2024, '2024-02-29', '2023-02-28'],
    [2025, '2025-02-28', '2024-02-28'],
    [2024, '2024-12-31', '2023-12-31'],
    [2024, '2026-11-26', '2023-12-31'],
    [2026, '2026-01-01', '2025-01-01'],
    [2027, '2026-12-31', null],
  ])('of %i on %s is %s', (year, today, day) => {
    expect(comparedDay(year, today)).toBe(day)
  })

  test('is never later in its year than today in the running one, by a leap day at most earlier', () => {
    fc.assert(
      fc.property(date, (today) => {
        const day = sameDayOf(yearOf(today) - 1, today)
        expect(yearOf(day)).toBe(yearOf(today) - 1)
        expect(day.slice(4) <= today.slice(4)).toBe(true)
        const ordinal = (one: string) => daysBetween(`${yearOf(one)}-01-01`, one)
        expect(Math.abs(ordinal(today) - ordinal(day))).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('a year is over from its last day on', () => {
    expect(yearIsOver(2026, '2026-12-30')).toBe(false)
    expect(yearIsOver(2026, '2026-12-31')).toBe(true)
    expect(yearIsOver(2026, '2027-01-01')).toBe(true)
  })
})

describe('today and this week', () => {
  test('the week begins on Monday, in the old year if need be', () => {
    expect(weekSoFar('2026-11-26')).toEqual({ from: '2026-11-23', to: '2026-11-26' })
    expect(weekSoFar('2026-11-23')).toEqual({ from: '2026-11-23', to: '2026-11-23' })
    expect(weekSoFar('2026-01-01')).toEqual({ from: '2025-12-29', to: '2026-01-01' })
    expect(dayAlone('2026-11-26')).toEqual({ from: '2026-11-26', to: '2026-11-26' })
  })

  test('holds today and no second Monday', () => {
    fc.assert(
      fc.property(date, (today) => {
        const { from, to } = weekSoFar(today)
        expect([weekday(from), to]).toEqual([1, today])
        expect(daysBetween(from, to)).toBe(weekday(today) - 1)
      }),
    )
  })
})
