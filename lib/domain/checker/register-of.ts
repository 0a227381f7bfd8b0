import { type Ledger, type Sums, sumsOf } from '../statistics/book'
import type { Register } from './rules/register'
import { type Of, partitionsOf, type Subject } from './subject'

const counted = ['unit', 'area', 'type', 'plan', 'flow', 'seller', 'field', 'band', 'trade'] as const

/**
 * The register by its sums of each year, in fen; what two splits cut out together is not known to them.
 * @param own the unit that the sums are of: everything else is unknown then; null for the whole Corps
 */
export const registerOf = (years: ReadonlyMap<number, Ledger>, own: string | null): Register => ({
  value(measure, of, year) {
    const ledger = years.get(year)
    if (measure === 'target') return null
    const asked = own === null ? of : insideOf(of, own)
    return ledger && asked ? figureOf(ledger, measure, asked) : null
  },
})

/** What is left to ask for among the unit's own figures; null where more than these is meant. */
function insideOf(of: Of, unit: string): Of | null {
  const rest = of.filter(({ split, code }) => split !== 'unit' || code !== unit)
  // What a unit buys from others in the Corps is not among the contracts that it registered.
  if (rest.some(({ split, code }) => split === 'direction' && code === 'in')) return null
  return rest.length < of.length ? rest : null
}

function figureOf(ledger: Ledger, measure: keyof Sums, of: Of): bigint | null {
  const [one, ...others] = of.filter((subject) => !isWhole(subject))
  if (!one) return sumsOf(ledger, 'all', '')[measure]
  if (others.length > 0) return null
  if (one.split === 'direction') return inflowOf(ledger, measure)
  const [parts] = one.split === 'area' ? [] : partitionsOf([one])
  if (parts) return sum(parts.map((part) => figureOf(ledger, measure, part)))
  const split = counted.find((name) => name === one.split)
  return split ? sumsOf(ledger, split, one.code)[measure] : null
}

/** Whatever is registered here flows out. */
const isWhole = ({ split, code }: Subject): boolean => split === 'direction' && code === 'out'

/** Unknown as long as nobody has brought in what was registered elsewhere. */
function inflowOf(ledger: Ledger, measure: keyof Sums): bigint | null {
  if (!ledger.get('direction')?.has('elsewhere')) return null
  return sumsOf(ledger, 'direction', 'elsewhere')[measure] + sumsOf(ledger, 'direction', 'within')[measure]
}

const sum = (values: readonly (bigint | null)[]): bigint | null =>
  values.reduce((all, one) => (all === null || one === null ? null : all + one), 0n)
