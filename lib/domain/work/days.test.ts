import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDaysUp, countOf, median, nineTenths, quantile, totalOf } from './days'

const of = (...days: number[]) => addDaysUp(days.map((each) => [each, 1] as const))

describe('quantiles of whole days', () => {
  it.each([
    [[], null, null],
    [[7], 7, 7],
    [[1, 2], 1, 2],
    [[1, 2, 3], 2, 3],
    [[0, 0, 0, 9], 0, 9],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 5, 9],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 6, 10],
  ])('of %j: half within %s, nine tenths within %s', (days, half, most) => {
    expect(median(of(...days))).toBe(half)
    expect(nineTenths(of(...days))).toBe(most)
  })

  it('are days that occurred: enough contracts were done by then, and too few the day before', () => {
    const some = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 20 }), (list, part) => {
        const days = of(...list)
        const found = quantile(days, part, 20) ?? -1
        const within = (most: number) => list.filter((each) => each <= most).length
        expect(list).toContain(found)
        expect(within(found) * 20).toBeGreaterThanOrEqual(list.length * part)
        expect(within(found - 1) * 20).toBeLessThan(list.length * part)
      }),
    )
  })

  it('don’t depend on how the contracts were counted', () => {
    const counted = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 9 })))
    fc.assert(
      fc.property(counted, (parts) => {
        const singly = of(...parts.flatMap(([each, contracts]) => Array<number>(contracts).fill(each)))
        const days = addDaysUp(parts)
        expect(days).toEqual(singly)
        expect([countOf(days), totalOf(days)]).toEqual([
          parts.reduce((sum, [, contracts]) => sum + contracts, 0),
          parts.reduce((sum, [each, contracts]) => sum + each * contracts, 0),
        ])
      }),
    )
  })
})
