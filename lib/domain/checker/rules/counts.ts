import { intervalOf } from '../claim'
import { around, meet } from '../interval'
import { figure, holding, judge, type Rule } from '../judgement'

/** n of N in per cent, 7 of 14 is 50%: some two counts of the sentence must make it. */
export const rates: Rule = function* ({ claims }) {
  for (const claim of claims) {
    if (claim.meaning.kind !== 'rate') continue
    const { counts } = claim.meaning
    const rates = counts.flatMap((part) => counts.filter((all) => all > part).map((all) => ({ part, all })))
    if (rates.length === 0) continue
    if (rates.some(({ part, all }) => meet(intervalOf(claim), around((100 * part) / all, 0)))) {
      yield holding(claim, [])
      continue
    }
    const near = rates.reduce((a, b) => (distance(b, claim.value) < distance(a, claim.value) ? b : a))
    const formula = `${near.part} ÷ ${near.all}`
    const value = (100 * near.part) / near.all
    yield judge(claim, { low: value, high: value, formula, claims: [] }, '%', rates.length === 1 ? 0.9 : 0.7)
  }
}

const distance = ({ part, all }: { part: number; all: number }, value: number) => Math.abs((100 * part) / all - value)

/** What 其中 breaks down is no less than its parts, and where three or more come near to it they are meant to be all of it. */
export const parts: Rule = function* ({ claims }) {
  for (const claim of claims) {
    if (claim.meaning.kind !== 'other' || !claim.meaning.parts?.length || claim.bound === 'over') continue
    const all = claim.meaning.parts
    const total = all.reduce((sum, part) => sum + part, 0)
    const short = claim.value - total
    if (total === claim.value || (short > 0 && (all.length < 3 || short > 0.1 * claim.value))) {
      yield holding(claim, [])
      continue
    }
    yield {
      ...holding(claim, []),
      holds: false,
      expected: figure(total),
      sureness: short < 0 ? 0.85 : 0.5,
      why: { zh: `其中各项之和为 ${figure(total)}`, en: `Its parts add up to ${figure(total)}` },
    }
  }
}
