import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mayTry, remembered, waitAfter } from './throttle'

const start = new Date('2025-03-01T08:00:00Z')
const at = (seconds: number) => new Date(start.getTime() + seconds * 1000)

describe('throttle', () => {
  it('waits nothing for the free tries, then 1, 2, 4 … up to 15 minutes', () => {
    expect([3, 4, 5, 6, 7, 8, 14, 15, 500].map((count) => waitAfter(count, 5))).toEqual([
      0, 0, 1, 2, 4, 8, 512, 900, 900,
    ])
  })

  it('never waits longer than 15 minutes and never less for more failures', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.integer({ min: 3, max: 200 }), (count, free) => {
        const wait = waitAfter(count, free)
        expect(wait).toBeLessThanOrEqual(900)
        expect(waitAfter(count + 1, free)).toBeGreaterThanOrEqual(wait)
      }),
    )
  })

  it('opens when the wait is over, to the second', () => {
    const failures = { count: 7, lastAt: start }
    expect(mayTry(failures, 5, at(3.9))).toBe(false)
    expect(mayTry(failures, 5, at(4))).toBe(true)
  })

  it('never waits for a clock where nothing is to be waited for', () => {
    expect(mayTry({ count: 4, lastAt: at(1) }, 5, start)).toBe(true)
    expect(mayTry(null, 5, start)).toBe(true)
  })

  it('forgets after a day without failures', () => {
    const failures = { count: 300, lastAt: start }
    expect(remembered(failures, at(86_399))).toBe(300)
    expect(remembered(failures, at(86_400))).toBe(0)
    expect(remembered(null, start)).toBe(0)
  })
})
