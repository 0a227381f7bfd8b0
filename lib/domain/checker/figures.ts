import { amountKey, type Claim, intervalOf, keyOf, type Measured } from './claim'
import { type Interval, meet, middle, minus, over, plus } from './interval'
import type { ReadTable } from './reading/table'
import { type Of, ofKey, partitionsOf } from './subject'
import { votesOf } from './votes'

/** A figure as the report gives it or as it follows from others, how, and from which numbers. */
export interface Reading extends Interval {
  formula: string
  claims: readonly Claim[]
}

/** Where figures come from: what is printed, or the register. Money in 万元. */
export interface Source {
  amount(base: Measured, of: readonly Of[], year: number): Reading | null
  increase(base: Measured, of: readonly Of[], year: number): Reading | null
}

/** The figures of a report, each number once: of several that say the same the one that most agrees is taken. */
export class Figures implements Source {
  readonly #groups = new Map<string, Claim[]>()
  readonly #trusted = new Map<string, Claim>()
  readonly #known = new Map<string, Reading | null>()

  /** @param doubted numbers found wrong, which are not to judge others */
  constructor(claims: readonly Claim[], tables: readonly ReadTable[], doubted: ReadonlySet<Claim>) {
    for (const claim of claims) {
      if (doubted.has(claim)) continue
      const key = claim.bound === 'exact' || claim.bound === 'near' ? keyOf(claim) : null
      if (key === null) continue
      const group = this.#groups.get(key)
      if (group) group.push(claim)
      else this.#groups.set(key, [claim])
    }
    const votes = votesOf(tables, doubted)
    for (const [key, group] of this.#groups) this.#trusted.set(key, mostAgreed(group, votes.get(key) ?? []))
  }

  /** The number to believe of those under a key. */
  trusted(key: string): Claim | null {
    return this.#trusted.get(key) ?? null
  }

  /** A number under any key, as it is printed. */
  stated(key: string): Reading | null {
    const claim = this.trusted(key)
    return claim && readingOf(claim)
  }

  printed(base: Measured, of: readonly Of[], year: number): Reading | null {
    return this.stated(amountKey(base, of, year))
  }

  amount(base: Measured, of: readonly Of[], year: number): Reading | null {
    if (base === 'mean') return this.mean(of, year) ?? this.printed(base, of, year)
    const key = amountKey(base, of, year)
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const found = this.#direct(base, of, year) ?? this.#across(base, of, year)
    this.#known.set(key, found)
    return found
  }

  /** Turnover ÷ contracts, from the two. */
  mean(of: readonly Of[], year: number): Reading | null {
    const [turnover, contracts] = [this.amount('turnover', of, year), this.amount('contracts', of, year)]
    return turnover && contracts ? divided(turnover, contracts) : null
  }

  increase(base: Measured, of: readonly Of[], year: number): Reading | null {
    const claim = this.trusted(`increase|${amountKey(base, of, year)}|${year - 1}`)
    return claim ? readingOf(claim) : this.difference(base, of, year, year - 1)
  }

  /** This year less another, both without the printed increase. */
  difference(base: Measured, of: readonly Of[], year: number, since: number): Reading | null {
    const find = (of_year: number) =>
      base === 'mean' ? this.amount(base, of, of_year) : this.#direct(base, of, of_year)
    const [now, then] = [find(year), find(since)]
    return now && then ? combined(minus(now, then), `${now.formula} − ${then.formula}`, [now, then]) : null
  }

  /** As printed, or as the sum or the rest of what is printed. */
  #direct(base: Measured, of: readonly Of[], year: number): Reading | null {
    const found = this.printed(base, of, year)
    if (found) return found
    if (of.length > 1) return sum(of.map((one) => this.#direct(base, [one], year)))
    const [only] = of
    if (!only) return null
    for (const parts of partitionsOf(only)) {
      const made = sum(parts.map((part) => this.printed(base, [part], year)))
      if (made) return made
    }
    return this.#rest(base, only, year)
  }

  /** The whole less all the others of its split. */
  #rest(base: Measured, of: Of, year: number): Reading | null {
    if (of.length !== 1) return null
    const outer = this.printed(base, [[]], year)
    const parts = partitionsOf([]).find(
      (all) => all.length <= 3 && all.some((part) => ofKey(part) === ofKey(of)),
    )
    if (!outer || !parts) return null
    const others = parts.filter((part) => ofKey(part) !== ofKey(of))
    const made = sum(others.map((part) => this.printed(base, [part], year)))
    return made ? combined(minus(outer, made), `${outer.formula} − ${made.formula}`, [outer, made]) : null
  }

  /** From the other year and the printed increase or growth. */
  #across(base: Measured, of: readonly Of[], year: number): Reading | null {
    const then = (at: number) => this.trusted(`increase|${amountKey(base, of, at)}|${at - 1}`)
    const [grown, later] = [then(year + 1), this.#direct(base, of, year + 1)]
    if (grown && later) {
      const by = readingOf(grown)
      return combined(minus(later, by), `(${later.formula} − ${by.formula})`, [later, by])
    }
    const rate = this.trusted(`growth|${amountKey(base, of, year + 1)}|${year}`)
    if (rate && later) {
      const factor = over(later, {
        low: 1 + (rate.value - rate.half) / 100,
        high: 1 + (rate.value + rate.half) / 100,
      })
      return (
        factor &&
        combined(factor, `(${later.formula} ÷ ${figureText(1 + rate.value / 100)})`, [later, readingOf(rate)])
      )
    }
    const [more, earlier] = [then(year), this.#direct(base, of, year - 1)]
    if (!more || !earlier) return null
    const by = readingOf(more)
    return combined(plus(earlier, by), `(${earlier.formula} + ${by.formula})`, [earlier, by])
  }
}

/** A claim is read by many rules, and never changes its number. */
const readings = new WeakMap<Claim, Reading>()

export function readingOf(claim: Claim): Reading {
  const known = readings.get(claim)
  if (known) return known
  const reading = { ...intervalOf(claim), formula: figureText(claim.value), claims: [claim] }
  readings.set(claim, reading)
  return reading
}

/** A plain number, free of the dust of binary fractions. */
export const figureText = (value: number): string => String(Number(value.toFixed(6)))

export const combined = (interval: Interval, formula: string, of: readonly Reading[]): Reading => ({
  ...interval,
  formula: formula.length > 160 ? figureText(middle(interval)) : formula,
  claims: of.flatMap(({ claims }) => claims),
})

export function sum(parts: readonly (Reading | null)[]): Reading | null {
  const known = parts.filter((part) => part !== null)
  const [first] = known
  if (!first || known.length < parts.length) return null
  if (known.length === 1) return first
  const total = known.reduce<Interval>((all, one) => plus(all, one), { low: 0, high: 0 })
  return combined(total, `(${known.map(({ formula }) => formula).join(' + ')})`, known)
}

export function divided(part: Reading, by: Reading): Reading | null {
  const interval = over(part, by)
  return interval && combined(interval, `${bracketed(part)} ÷ ${bracketed(by)}`, [part, by])
}

/** A formula as a part of another. */
export const bracketed = ({ formula }: Reading): string =>
  / /.test(formula) && !/^\([^()]*\)$/.test(formula) ? `(${formula})` : formula

const figureKey = ({ value, half }: Claim) => `${value}/${half}`

/** Most votes from the others and from the sums of tables; a table before the text; then the most exact of those that agree. */
function mostAgreed(group: readonly Claim[], votes: readonly Interval[]): Claim {
  const [first] = group as [Claim, ...Claim[]]
  if (group.length === 1) return first
  const unlike = new Map<string, Claim>()
  for (const claim of group) if (!unlike.has(figureKey(claim))) unlike.set(figureKey(claim), claim)
  const some = [...unlike.values()].slice(0, 40)
  const voices = group.slice(0, 200)
  const scored = some.map((claim) => {
    const agree = (interval: Interval) => meet(intervalOf(claim), interval)
    const tabled = voices.some((other) => other.cell && other.value === claim.value) ? 0.5 : 0
    return { claim, score: voices.map(intervalOf).filter(agree).length + votes.filter(agree).length + tabled }
  })
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a)).claim
  return some
    .filter((claim) => meet(intervalOf(claim), intervalOf(best)))
    .reduce((a, b) => (b.half < a.half ? b : a), best)
}
