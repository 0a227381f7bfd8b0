import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarOf, nationalHolidays } from './holidays'
import {
  addDays,
  addWorkingDays,
  daysBetween,
  isDate,
  isWorkingDay,
  shanghaiDate,
  startOfDate,
  statisticalYear,
  workingDaysBetween,
  yearOf,
} from './working-days'

const calendar = calendarOf(nationalHolidays)
const date = fc.integer({ min: 0, max: 1500 }).map((days) => addDays('2023-01-01', days))

describe('dates', () => {
  it.each(['2023-02-29', '2024-13-01', '2024-1-1', '2024-01-01T00:00', '', 'today'])('%j is none', (text) => {
    expect(isDate(text)).toBe(false)
    expect(() => addDays(text, 1)).toThrow(RangeError)
  })

  it('takes the day from Shanghai, not from London', () => {
    expect(shanghaiDate(new Date('2024-12-31T15:59:59.999Z'))).toBe('2024-12-31')
    expect(shanghaiDate(new Date('2024-12-31T16:00:00Z'))).toBe('2025-01-01')
    expect(startOfDate('2025-01-01').toISOString()).toBe('2024-12-31T16:00:00.000Z')
  })

  it('puts each date into one statistical year', () => {
    fc.assert(
      fc.property(date, (day) => {
        const { from, before } = statisticalYear(yearOf(day))
        expect(from <= day && day < before).toBe(true)
        expect(shanghaiDate(startOfDate(day))).toBe(day)
        expect(daysBetween(day, addDays(day, 40))).toBe(40)
      }),
    )
  })
})

describe('the holiday calendar', () => {
  it('has each day once, takes off only what it should and makes up on weekends', () => {
    expect(calendar.size).toBe(nationalHolidays.length)
    for (const { date: day, kind } of nationalHolidays)
      if (kind === 'work') expect(isWorkingDay(day, new Map()), day).toBe(false)
  })

  /** 365 days less weekends and statutory holidays: the figures the yearly calendars give. */
  it.each([
    [2023, 249],
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('%d has %d working days', (year, days) => {
    const { from, before } = statisticalYear(year)
    expect(workingDaysBetween(addDays(from, -1), addDays(before, -1), calendar)).toBe(days)
  })
})

describe('working days', () => {
  it.each([
    ['2024-09-27', 1, '2024-09-29'],
    ['2024-09-30', 1, '2024-10-08'],
    ['2024-09-30', 5, '2024-10-12'],
    ['2025-01-27', 15, '2025-02-24'],
    ['2026-02-13', 15, '2026-03-12'],
    ['2024-10-05', 0, '2024-10-05'],
  ])('%s + %d = %s', (start, n, end) => {
    expect(addWorkingDays(start, n, calendar)).toBe(end)
  })

  it('counts back what it added, lands on a working day and moves with its start', () => {
    fc.assert(
      fc.property(date, date, fc.integer({ min: 1, max: 40 }), (a, b, n) => {
        const end = addWorkingDays(a, n, calendar)
        expect(workingDaysBetween(a, end, calendar)).toBe(n)
        expect(isWorkingDay(end, calendar)).toBe(true)
        expect(addWorkingDays(a, n + 1, calendar) > end).toBe(true)
        const [early, late] = a < b ? [a, b] : [b, a]
        expect(addWorkingDays(early, n, calendar) <= addWorkingDays(late, n, calendar)).toBe(true)
        expect(workingDaysBetween(a, b, calendar) + workingDaysBetween(b, a, calendar)).toBe(0)
      }),
    )
  })

  it('adds up over any day between', () => {
    fc.assert(
      fc.property(date, date, date, (a, b, c) => {
        const sum = workingDaysBetween(a, b, calendar) + workingDaysBetween(b, c, calendar)
        expect(sum - workingDaysBetween(a, c, calendar)).toBe(0)
      }),
    )
  })

  it('refuses a count that is none', () => {
    expect(() => addWorkingDays('2024-01-01', -1, calendar)).toThrow(RangeError)
    expect(() => addWorkingDays('2024-01-01', 1.5, calendar)).toThrow(RangeError)
  })
})
