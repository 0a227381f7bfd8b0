import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chance } from '@/db/testing/plant'
import { type Course, type Forecast, forecast, noForecastWords } from './forecast'
import { centralEighty, MOST_DEGREES } from './student-t'

const WAN = 1_000_000n
const today = '2026-11-26'

/** Courses of the years before 2026, the last one first in time: [reached by the day, whole]. */
const courses = (...reached: readonly (readonly [bigint, bigint])[]): Course[] =>
  reached.map(([toDay, whole], index) => ({ year: 2026 - reached.length + index, toDay, whole }))

const ask = (toDate: bigint, earlier: readonly Course[], unit: 'count' | 'money' = 'count') =>
  forecast({ year: 2026, today, toDate, earlier, unit })

function estimate(asked: Forecast) {
  if (asked.kind !== 'estimate') throw new Error(`No estimate: ${JSON.stringify(asked)}`)
  return asked
}

describe('Student’s t', () => {
  /** Distribution functions in closed form (Abramowitz and Stegun 26.7.3 and 26.7.4). */
  const below: Record<number, (t: number) => number> = {
    1: (t) => 0.5 + Math.atan(t) / Math.PI,
    2: (t) => 0.5 + t / (2 * Math.sqrt(2 + t * t)),
    3: (t) => 0.5 + (t / (Math.sqrt(3) * (1 + (t * t) / 3)) + Math.atan(t / Math.sqrt(3))) / Math.PI,
    4: (t) => 0.5 + (t / (2 * Math.sqrt(4 + t * t))) * (1 + 2 / (4 + t * t)),
  }

  test.each([1, 2, 3, 4])('with %i degrees of freedom keeps a tenth above', (degrees) => {
    expect(below[degrees]?.(centralEighty(degrees))).toBeCloseTo(0.9, 4)
  })

  test('is not known outside the table', () => {
    expect(() => centralEighty(0)).toThrow(RangeError)
    expect(() => centralEighty(MOST_DEGREES + 1)).toThrow(RangeError)
  })
})

describe('where the year will end', () => {
  /**
   * By hand: parts 0.80 and 0.90; logarithms −0.223144 and −0.105361, mean −0.164252, so exp = 0.848528 (√0.72);
   * deviation 0.083285; reach 3.078 × 0.083285 × √1.5 = 0.313963. 600 ÷ 0.848528 = 707.1; ÷ exp(±0.313963) gives
   * 516.6, which is below the 600 already registered, and 967.9.
   */
  test('two years, by hand', () => {
    const earlier = courses([800n, 1000n], [450n, 500n])
    expect(ask(600n, earlier)).toMatchObject({
      kind: 'estimate',
      central: 707n,
      low: 600n,
      high: 968n,
      years: [2024, 2025],
    })
  })

  /**
   * Parts 0.70, 0.75, 0.80: mean of the logarithms −0.289167 (geometric mean 0.748887), deviation 0.066797, reach
   * 1.886 × 0.066797 × √(4/3) = 0.145469. 300 万元 ÷ 0.748887 = 400.59; low 346.36, high 463.34 万元.
   */
  test('three years in money, rounded to 万元', () => {
    const earlier = courses([70n * WAN, 100n * WAN], [75n * WAN, 100n * WAN], [80n * WAN, 100n * WAN])
    const { central, low, high, method } = estimate(ask(300n * WAN, earlier, 'money'))
    expect([central, low, high]).toEqual([401n * WAN, 346n * WAN, 463n * WAN])
    expect(method.zh).toBe(
      '按 2023、2024、2025 年到同日完成全年的比例（几何平均 74.9%）推算；区间为 80% 预测区间，由各年比例的对数按 t 分布（自由度 2）得出，不低于已登记数。',
    )
    expect(method.en).toContain('2023, 2024 and 2025 (geometric mean 74.9%)')
  })

  test('uses the last five complete years that came to anything', () => {
    const earlier = [
      ...courses([1n, 2n], [1n, 2n], [1n, 2n], [1n, 2n], [1n, 2n], [0n, 0n], [1n, 2n]),
    ].reverse()
    expect(estimate(ask(10n, earlier))).toMatchObject({
      central: 20n,
      low: 20n,
      high: 20n,
      years: [2020, 2021, 2022, 2023, 2025],
    })
  })

  test('on the last day and after it is what the year came to', () => {
    for (const day of ['2026-12-31', '2027-03-01']) {
      expect(forecast({ year: 2026, today: day, toDate: 7n, earlier: [], unit: 'count' })).toEqual({
        kind: 'actual',
        value: 7n,
      })
    }
  })

  test.each([
    ['nothing-registered', 0n, courses([1n, 2n], [1n, 2n])],
    ['few-years', 5n, courses([1n, 2n])],
    ['few-years', 5n, courses([0n, 0n], [1n, 2n])],
    ['too-early', 5n, courses([4n, 100n], [6n, 100n])],
    ['too-early', 5n, courses([0n, 100n], [90n, 100n])],
  ] as const)('says nothing: %s', (reason, toDate, earlier) => {
    expect(ask(toDate, earlier)).toEqual({ kind: 'none', reason })
    expect(noForecastWords[reason].zh).not.toBe('')
  })

  test('a little more than a twentieth of the year is enough', () => {
    expect(ask(5n, courses([5n, 100n], [6n, 100n])).kind).toBe('estimate')
  })
})

const course = fc
  .tuple(fc.bigInt(1n, 10n ** 14n), fc.integer({ min: 6, max: 100 }))
  .map(([whole, part]) => [(whole * BigInt(part)) / 100n, whole] as const)
  .filter(([toDay]) => toDay > 0n)
const history = fc.array(course, { minLength: 2, maxLength: 7 }).map((drawn) => courses(...drawn))

describe('whatever the years were', () => {
  test('low ≤ central ≤ high, never below what is registered, whole 万元 unless that', () => {
    fc.assert(
      fc.property(
        history,
        fc.bigInt(1n, 10n ** 14n),
        fc.constantFrom('count', 'money'),
        (earlier, toDate, unit) => {
          const asked = ask(toDate, earlier, unit)
          if (asked.kind !== 'estimate') return expect(asked).toMatchObject({ reason: 'too-early' })
          const { low, central, high } = asked
          expect(toDate <= low && low <= central && central <= high).toBe(true)
          if (unit === 'count') return
          for (const value of [low, central, high]) expect(value % WAN === 0n || value === toDate).toBe(true)
        },
      ),
    )
  })

  test('years of another size, each in its own way, move the estimate as this year’s sum alone does', () => {
    fc.assert(
      fc.property(history, fc.bigInt(1n, 10n ** 6n), fc.bigInt(2n, 1000n), (earlier, toDate, times) => {
        const [one, many] = [
          ask(toDate, earlier),
          ask(
            toDate * times,
            earlier.map((past, index) => {
              const own = times + BigInt(index)
              return { ...past, toDay: past.toDay * own, whole: past.whole * own }
            }),
          ),
        ]
        expect(many.kind).toBe(one.kind)
        if (one.kind !== 'estimate' || many.kind !== 'estimate') return
        for (const side of ['low', 'central', 'high'] as const) {
          const [small, large] = [Number(one[side]), Number(many[side])]
          // Each is rounded to a whole contract of its own size.
          expect(Math.abs(large / Number(times) - small)).toBeLessThanOrEqual(
            0.5 + 0.5 / Number(times) + small * 1e-9,
          )
        }
      }),
    )
  })

  test('years alike leave no doubt', () => {
    fc.assert(
      fc.property(course, fc.integer({ min: 2, max: 5 }), fc.bigInt(1n, 10n ** 9n), (past, count, toDate) => {
        const asked = estimate(ask(toDate, courses(...Array.from({ length: count }, () => past))))
        expect(asked.high - asked.low <= 1n + asked.high / 10n ** 9n).toBe(true)
      }),
    )
  })
})

describe('the interval', () => {
  /** Standard normal by Box and Muller from numbers that are the same for the same seed. */
  function normal(next: () => number): number {
    return Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  }

  test.each([
    [2, 11],
    [3, 12],
    [5, 13],
  ])('of %i years holds the year’s end four times in five', (count, seed) => {
    const next = chance(seed)
    const whole = 10n ** 9n
    const reached = () => BigInt(Math.round(1e9 * Math.min(1, 0.6 * Math.exp(0.08 * normal(next)))))
    const trials = 2000
    let held = 0
    for (let trial = 0; trial < trials; trial += 1) {
      const earlier = courses(...Array.from({ length: count }, () => [reached(), whole] as const))
      const { low, high } = estimate(ask(reached(), earlier))
      if (low <= whole && whole <= high) held += 1
    }
    expect(held / trials).toBeGreaterThan(0.77)
    expect(held / trials).toBeLessThan(0.83)
  })
})
