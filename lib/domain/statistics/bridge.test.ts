import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addSums, noSums, type Sums } from './book'
import { actOf, bridge, causeOf, type Moved } from './bridge'

interface Line {
  at: number
  action: string
  sums: Sums
}

const amount = fc.bigInt({ min: 0n, max: 10n ** 13n })
const amounts = fc.record({ turnover: amount, technology: amount })
const [first, last] = [0, 50]
const moment = fc.integer({ min: first, max: last })

/** A contract's lines: registered, any number of times corrected or changed, and perhaps taken off the register. */
const history: fc.Arbitrary<Line[]> = fc
  .record({
    registered: amounts,
    at: fc.uniqueArray(moment, { minLength: 1, maxLength: 7 }).map((some) => some.sort((a, b) => a - b)),
    again: fc.array(fc.tuple(fc.constantFrom('correct', 'change'), amounts), { minLength: 7, maxLength: 7 }),
    end: fc.constantFrom('cancel', 'revoke', null),
  })
  .map(({ registered, at, again, end }) => {
    const lines: Line[] = []
    let counted: Sums = { contracts: 1n, ...registered }
    at.forEach((moment, index) => {
      const isLast = index > 0 && index === at.length - 1
      if (index > 0) {
        const [action, next] = again[index] ?? ['correct', registered]
        const act = isLast && end ? end : action
        lines.push({ at: moment, action: act, sums: negated(counted) })
        if (act === end) return
        counted = { contracts: 1n, ...next }
        lines.push({ at: moment, action, sums: counted })
      } else lines.push({ at: moment, action: 'approve', sums: counted })
    })
    return lines
  })

const negated = ({ contracts, turnover, technology }: Sums): Sums => ({
  contracts: -contracts,
  turnover: -turnover,
  technology: -technology,
})
const sumOf = (lines: readonly Line[]) => lines.map(({ sums }) => sums).reduce(addSums, noSums)
const between = (lines: readonly Line[], from: number, to: number) =>
  lines.filter(({ at }) => at > from && at <= to)
const moved = (lines: readonly Line[]): Moved[] =>
  lines.map(({ action, sums }) => ({ action, acts: sums.contracts < 0n ? 0n : 1n, change: sums }))

const histories = fc.array(history, { maxLength: 12 }).map((some) => some.flat())
const span = fc.tuple(moment, moment).map(([a, b]) => (a < b ? [a, b] : [b, a]) as [number, number])

describe('a bridge', () => {
  test('leads from the figure of one moment to that of the other, and its parts add up', () => {
    fc.assert(
      fc.property(histories, span, (lines, [from, to]) => {
        const asOf = (at: number) => sumOf(lines.filter((line) => line.at <= at))
        const found = bridge(asOf(from), moved(between(lines, from, to)))
        expect(found.closing).toEqual(asOf(to))
        expect(found.parts.map(({ change }) => change).reduce(addSums, found.opening)).toEqual(asOf(to))
      }),
    )
  })

  test('over two spans is the sum of both, cause by cause', () => {
    fc.assert(
      fc.property(histories, span, moment, (lines, [from, to], at) => {
        const middle = Math.min(Math.max(at, from), to)
        const of = (a: number, b: number) => bridge(noSums, moved(between(lines, a, b))).parts
        const [whole, one, two] = [of(from, to), of(from, middle), of(middle, to)]
        expect(one.map((part, index) => addSums(part.change, two[index]?.change ?? noSums))).toEqual(
          whole.map(({ change }) => change),
        )
      }),
    )
  })

  test('keeps what no cause is named for', () => {
    const change = { contracts: 0n, turnover: -5n, technology: 3n }
    const { parts, closing } = bridge(noSums, [{ action: 'unheard-of', acts: 1n, change }])
    expect(parts.at(-1)).toEqual({ cause: 'other', acts: 1n, change })
    expect(closing).toEqual(change)
    expect(bridge(noSums, []).parts.map(({ cause }) => cause)).not.toContain('other')
  })

  test('names each act once', () => {
    expect(Object.values(actOf).map(causeOf)).toEqual(Object.keys(actOf))
  })
})
