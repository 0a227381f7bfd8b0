import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Candidate, drawRandom, drawSample, errorRate, stratumOf } from './sample'

const candidates = fc.array(
  fc.record({
    id: fc.uuid(),
    unit: fc.constantFrom('D01', 'D08', 'U01'),
    type: fc.constantFrom('1', '2', '4'),
    band: fc.constantFrom('a', 'b'),
    large: fc.boolean(),
    tax: fc.boolean(),
    foreign: fc.boolean(),
  }) satisfies fc.Arbitrary<Candidate>,
  { maxLength: 200 },
)
const none = { large: false, tax: false, foreign: false }

describe('the random sample', () => {
  it('has the size asked for, and is the same again in whatever order the contracts come', () =>
    fc.assert(
      fc.property(candidates, fc.nat(60), fc.integer({ min: 1, max: 1e6 }), (all, size, seed) => {
        const drawn = drawRandom(all, size, seed)
        expect(drawn.size).toBe(Math.min(size, all.length))
        expect(drawRandom(all.toReversed(), size, seed)).toEqual(drawn)
      }),
    ))

  it('gives each stratum its share, to within one', () =>
    fc.assert(
      fc.property(candidates, fc.integer({ min: 1, max: 60 }), fc.nat(1e6), (all, size, seed) => {
        fc.pre(size <= all.length)
        const drawn = drawRandom(all, size, seed)
        for (const stratum of new Set(all.map(stratumOf))) {
          const own = all.filter((one) => stratumOf(one) === stratum)
          const share = (size * own.length) / all.length
          const got = own.filter(({ id }) => drawn.has(id)).length
          expect(Math.abs(got - share)).toBeLessThan(1 + 1e-9)
        }
      }),
    ))

  it('changes with its seed', () => {
    const all = Array.from({ length: 500 }, (_, at) => ({
      ...none,
      id: String(at),
      unit: 'D08',
      type: '1',
      band: 'a',
    }))
    expect(drawRandom(all, 30, 1)).not.toEqual(drawRandom(all, 30, 2))
  })
})

it('the sample names every reason, and leaves out what has none', () => {
  const one = (id: string, changes: Partial<Candidate>): Candidate => ({
    ...none,
    id,
    unit: 'D08',
    type: '1',
    band: 'a',
    ...changes,
  })
  const plan = { large: true, tax: true, foreign: false, random: 0, seed: 1 }
  expect([
    ...drawSample([one('a', { large: true, tax: true }), one('b', { foreign: true }), one('c', {})], plan),
  ]).toEqual([['a', ['large', 'tax']]])
})

describe('the error rate', () => {
  it.each([
    // Wilson's interval as published (Brown, Cai, DasGupta 2001; Newcombe 1998).
    [263, 81, 0.2553, 0.3662],
    [148, 15, 0.0624, 0.1605],
    [20, 0, 0, 0.1611],
    [29, 1, 0.0061, 0.1718],
  ])('of %i drawn and %i wrong lies between %f and %f', (drawn, wrong, low, high) => {
    const found = errorRate(drawn, wrong)
    expect(found?.low).toBeCloseTo(low, 4)
    expect(found?.high).toBeCloseTo(high, 4)
  })

  it('is unknown without a sample', () => expect(errorRate(0, 0)).toBeNull())
})
