import fc from 'fast-check'
import { units } from '../../units'
import type { Sums } from '../book'
import { type DimensionName, dimensionNames } from '../dimensions'
import type { Facts } from '../facts'
import { membersOf, type UnitMember } from '../members'

export const knownUnits: readonly UnitMember[] = units.map(({ code, words, ranked }) => ({
  code,
  words,
  ranked,
}))

/** Two years of contracts, what flowed in, and the day they are told on. */
export interface Years {
  year: number
  today: string
  now: readonly Facts[]
  /** The year before. */
  earlier: readonly Facts[]
  elsewhere: readonly Sums[]
}

/** Members a contract may carry: of provinces a few, since they have no list; now and then one that has left its list. */
const membersFor = (name: DimensionName | 'unit'): string[] =>
  name === 'province'
    ? ['65', '44', '32', '11', '62', 'abroad', '']
    : [...membersOf(name, knownUnits).map(({ code }) => code), ...(name === 'goal' ? [''] : [])]

const lists = new Map([...dimensionNames, 'unit' as const].map((name) => [name, membersFor(name)]))

/** Amounts that meet each other, the edges of rounding, and any. */
const fen = fc.oneof(
  fc.constantFrom(0n, 1n, 4_999n, 1_000_000n, 1_000_000n, 2_000_000n, 10n ** 10n, 10n ** 13n),
  fc.bigInt(1_000_000n, 1_100_000n),
  fc.bigInt(0n, 10n ** 8n),
  fc.bigInt(0n, 10n ** 12n),
)

const draw = fc.record({
  at: fc.nat(9_999),
  turnover: fc.oneof(fen, fc.constant(3_000_000n)),
  part: fc.nat(4),
})

/** `spread`: how many members of each list occur; few of them make ties and wholes, many make zeros. */
function factsOf(
  year: number,
  spread: number,
  { at, turnover, part }: { at: number; turnover: bigint; part: number },
): Facts {
  const pick = (name: DimensionName | 'unit', step: number) => {
    const list = lists.get(name) ?? []
    return list[Math.floor(at / step) % Math.min(list.length, spread)] ?? ''
  }
  const members = Object.fromEntries(dimensionNames.map((name, index) => [name, pick(name, 1 + index)]))
  return {
    ...members,
    year,
    unit: pick('unit', 3),
    turnover,
    technology: (turnover * BigInt(part)) / 4n,
  } as Facts
}

/** What a contract of both years costs in this one and in the last, as a multiple: all then grow by exactly as much. */
type Prices = readonly [now: bigint, earlier: bigint]

const priced =
  (price: bigint) =>
  <T extends { turnover: bigint }>(one: T): T => ({ ...one, turnover: one.turnover * price })

const sums: fc.Arbitrary<Sums> = fc.record({
  contracts: fc.bigInt(1n, 3n),
  turnover: fen,
  technology: fc.constant(0n),
})

/** Told after the year, or on one of its days. */
const day = fc.oneof(
  fc.constant('2026-11-26'),
  fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([month, date]) => `2024-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`),
)

export const randomYears: fc.Arbitrary<Years> = fc
  .record({
    today: day,
    spread: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 20 })),
    draws: fc.array(draw, { maxLength: 30 }),
    /** Last year: other contracts, or the same ones, each at another price, and a few more. */
    last: fc.record({
      same: fc.boolean(),
      others: fc.oneof(fc.array(draw, { maxLength: 2 }), fc.array(draw, { maxLength: 30 })),
      price: fc.constantFrom<Prices>([1n, 1n], [1n, 3n], [2n, 1n], [11n, 10n], [111n, 100n]),
    }),
    elsewhere: fc.array(sums, { maxLength: 3 }),
  })
  .map(({ today, spread, draws, last, elsewhere }) => {
    const facts = (year: number, from: typeof draws) => from.map((one) => factsOf(year, spread, one))
    // What a running year shows lies behind its day.
    const [price, priceThen] = last.same ? last.price : [1n, 1n]
    const known = facts(2024, draws.map(priced(price))).filter(
      ({ month }) => today > '2024-12-31' || month <= today.slice(5, 7),
    )
    return {
      year: 2024,
      today,
      now: known,
      earlier: facts(2023, last.same ? [...draws.map(priced(priceThen)), ...last.others] : last.others),
      elsewhere,
    }
  })
