import fc from 'fast-check'
import { expect, test } from 'vitest'
import { layFlow } from './flow-layout'

const weights = fc.array(fc.array(fc.nat(1000), { minLength: 3, maxLength: 3 }), {
  minLength: 1,
  maxLength: 18,
})

test('a flow is as thick at its end as at its beginning, and fills its places without overlapping', () => {
  fc.assert(
    fc.property(weights, (rows) => {
      const from = rows.map((_, at) => `u${at}`)
      const to = ['a', 'b', 'c']
      const weight = (one: string, other: string) => rows[from.indexOf(one)]?.[to.indexOf(other)] ?? 0
      const whole = rows.flat().reduce((a, b) => a + b, 0)
      const { left, right, bands, height } = layFlow(from, to, weight, { room: 300, gap: 12 })
      for (const band of bands) {
        const thick = (weight(band.from, band.to) / whole) * 300
        expect(band.left[1] - band.left[0]).toBeCloseTo(thick, 6)
        expect(band.right[1] - band.right[0]).toBeCloseTo(thick, 6)
      }
      for (const [side, end] of [
        [left, 'left'],
        [right, 'right'],
      ] as const) {
        for (const node of side) {
          const own = bands.filter((band) => (end === 'left' ? band.from : band.to) === node.id)
          const ends = own.map((band) => band[end]).sort((a, b) => a[0] - b[0])
          expect(ends[0]?.[0]).toBeCloseTo(node.top, 6)
          expect(ends.at(-1)?.[1]).toBeCloseTo(node.bottom, 6)
          ends.slice(1).forEach(([top], at) => {
            expect(top).toBeCloseTo(ends[at]?.[1] ?? Number.NaN, 6)
          })
          expect(node.bottom).toBeLessThanOrEqual(height + 1e-6)
        }
        side.slice(1).forEach(({ top }, at) => {
          expect(top).toBeGreaterThanOrEqual((side[at]?.bottom ?? 0) - 1e-9)
        })
      }
    }),
  )
})

test('where nothing flows there is nothing to draw', () => {
  expect(layFlow(['u'], ['a'], () => 0, { room: 300, gap: 12 })).toEqual({
    height: 0,
    left: [],
    right: [],
    bands: [],
  })
})
