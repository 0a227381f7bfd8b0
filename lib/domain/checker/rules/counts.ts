import { type Claim, intervalOf } from '../claim'
import { divided, readingOf, sum } from '../figures'
import { around, meet, middle } from '../interval'
import { figure, holding, judge, type Rule } from '../judgement'
import { funds } from '../reading/meaning'

/** n of N in per cent, 7 of 14 is 50%: some two counts of the sentence must make it. */
export const rates: Rule = function* ({ claims }) {
  for (const claim of claims) {
    if (claim.meaning.kind !== 'rate') continue
    const { counts } = claim.meaning
    const pairs = counts.flatMap((part) =>
      counts.filter((all) => all.value > part.value).map((all) => ({ part, all })),
    )
    const fit = pairs.find((pair) => meet(intervalOf(claim), around(percentOf(pair), 0)))
    if (fit) {
      yield holding(claim, [fit.part, fit.all])
      continue
    }
    const [first, ...others] = pairs
    if (!first) continue
    const distance = (pair: Pair) => Math.abs(percentOf(pair) - claim.value)
    const near = others.reduce((a, b) => (distance(b) < distance(a) ? b : a), first)
    const value = percentOf(near)
    const formula = `${near.part.value} ÷ ${near.all.value}`
    yield judge(
      claim,
      { low: value, high: value, formula, claims: [near.part, near.all] },
      '%',
      others.length === 0 ? 0.9 : 0.7,
    )
  }
}

/** 平均每家: what was paid ÷ how many there are, where the sentence has one of each. */
export const pers: Rule = function* ({ claims }) {
  for (const claim of claims) {
    if (claim.meaning.kind !== 'per') continue
    const { counts, noun } = claim.meaning
    const of = (name: string) =>
      counts.filter(({ meaning }) => meaning.kind === 'other' && meaning.noun === name)
    const [[paid, ...more], [number, ...others]] = [of(funds), of(noun)]
    const quotient =
      paid && number && more.length + others.length === 0 ? divided(readingOf(paid), readingOf(number)) : null
    if (quotient) yield judge(claim, quotient, ' 万元', 0.8)
  }
}

interface Pair {
  part: Claim
  all: Claim
}

const percentOf = ({ part, all }: Pair) => (100 * part.value) / all.value

/** What 其中 breaks down is no less than its parts, and where three or more come near to it they are meant to be all of it. */
export const parts: Rule = function* ({ claims }) {
  for (const claim of claims) {
    if (claim.meaning.kind !== 'other' || claim.bound === 'over') continue
    const all = claim.meaning.parts ?? []
    const total = sum(all.map(readingOf))
    if (!total) continue
    const short = claim.value - middle(total)
    if (short === 0 || (short > 0 && (all.length < 3 || short > 0.1 * claim.value))) {
      yield holding(claim, all)
      continue
    }
    yield {
      ...holding(claim, all),
      holds: false,
      expected: figure(middle(total)),
      sureness: short < 0 ? 0.85 : 0.5,
      why: {
        zh: `其中各项之和为 ${figure(middle(total))}`,
        en: `Its parts add up to ${figure(middle(total))}`,
      },
    }
  }
}
