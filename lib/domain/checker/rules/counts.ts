import { type Claim, intervalOf } from '../claim'
import { divided, readingOf } from '../figures'
import { around, meet } from '../interval'
import { holding, judge, type Rule } from '../judgement'
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
