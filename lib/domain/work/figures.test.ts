import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { figureText, isFigure } from '../statistics/figure'
import { addDays } from '../time/dates'
import { decidedOn, decisionsByDay } from './decisions'
import { type DecidedGroup, qualityByUnit, type RegisteredGroup } from './quality'
import { FEWEST, isEnough, shareOf } from './shares'
import { type Course, turnaroundOfYear } from './turnaround'

describe('a share', () => {
  it('is exact until it is written, and none of nothing', () => {
    const share = shareOf({ part: 2, of: 3 })
    expect(isFigure(share) && figureText(share, 'percent')).toBe('66.67')
    expect(shareOf({ part: 0, of: 0 })).toEqual({ missing: 'no-base' })
  })

  it('is a percentage from ten contracts on', () => {
    expect([FEWEST - 1, FEWEST].map((of) => isEnough({ part: 1, of }))).toEqual([false, true])
  })
})

describe('from entry to registration', () => {
  const course = (year: number, month: number, office: number, centre: number, contracts = 1): Course => ({
    year,
    month,
    office,
    centre,
    contracts,
  })
  const courses = [
    course(2026, 1, 3, 10, 2),
    course(2026, 1, 20, 4),
    course(2026, 3, 0, 15),
    course(2025, 1, 1, 1, 9),
  ]

  it('tells the year beside the last, and each month by itself', () => {
    const { this: now, last, months } = turnaroundOfYear(courses, 2026)
    expect(now).toEqual({
      contracts: 4,
      median: 13,
      nineTenths: 24,
      officeMedian: 3,
      centreMedian: 10,
      inOffice: { part: 26, of: 65 },
    })
    expect(last).toMatchObject({ contracts: 9, median: 2, nineTenths: 2 })
    expect(months.map((one) => one.this.contracts)).toEqual([3, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0])
    expect(months[2]).toMatchObject({ this: { median: 15 }, last: { contracts: 0, median: null } })
  })
})

describe('quality', () => {
  const group = (unit: string, centre: number | null, contracts: number, first: number): RegisteredGroup => ({
    unit,
    centre,
    contracts,
    first,
    warned: contracts - first,
    marked: 0,
  })
  const registered = [group('D01', 5, 3, 3), group('D01', 9, 1, 0), group('D02', null, 2, 1)]
  const decided: DecidedGroup[] = [
    { unit: 'D01', decided: 4, inTime: 4 },
    { unit: 'D02', decided: 3, inTime: 1 },
  ]

  it('is told of each unit and of the whole, each from its own contracts', () => {
    const { rows, total } = qualityByUnit(registered, decided, ['D01', 'D02', 'D03'])
    expect(rows[0]).toEqual({
      unit: 'D01',
      registered: 4,
      first: { part: 3, of: 4 },
      warned: { part: 1, of: 4 },
      marked: { part: 0, of: 4 },
      centreMedian: 5,
      inTime: { part: 4, of: 4 },
    })
    expect(rows[1]).toMatchObject({ registered: 2, centreMedian: null, inTime: { part: 1, of: 3 } })
    expect(rows[2]).toMatchObject({ registered: 0, centreMedian: null, inTime: { part: 0, of: 0 } })
    expect(total).toMatchObject({ registered: 6, first: { part: 4, of: 6 }, inTime: { part: 5, of: 7 } })
  })
})

describe('decisions by day', () => {
  it('tells weekends, holidays and days worked instead apart', () => {
    const special = [
      { day: '2026-10-01', kind: 'off', words: { zh: '国庆节', en: 'National Day' } },
      { day: '2026-10-10', kind: 'work', words: { zh: '调休', en: 'Worked' } },
    ] as const
    const days = decisionsByDay('2026-10-11', 11, [], special)
    const kinds = Object.fromEntries(days.map(({ day, kind }) => [day, kind]))
    expect(kinds).toMatchObject({
      '2026-10-01': 'holiday',
      '2026-10-02': 'working',
      '2026-10-04': 'weekend',
      '2026-10-10': 'made',
      '2026-10-11': 'weekend',
    })
    expect(days.find(({ day }) => day === '2026-10-01')?.words?.en).toBe('National Day')
  })

  it('shows every day once, the last one today, and loses no decision', () => {
    const decisions = fc.array(
      fc.record({
        day: fc.integer({ min: 0, max: 29 }).map((back) => addDays('2026-11-26', -back)),
        outcome: fc.constantFrom('registered', 'returned', 'refused'),
        contracts: fc.integer({ min: 1, max: 20 }),
      }),
    )
    fc.assert(
      fc.property(decisions, (given) => {
        const days = decisionsByDay('2026-11-26', 30, given, [])
        expect(days.map(({ day }) => day)).toEqual(
          Array.from({ length: 30 }, (_, index) => addDays('2026-10-28', index)),
        )
        expect(days.reduce((sum, day) => sum + decidedOn(day), 0)).toBe(
          given.reduce((sum, { contracts }) => sum + contracts, 0),
        )
      }),
    )
  })
})
