import { amountKey, keyOf } from '../claim'
import { readingOf } from '../figures'
import { figure, judge, type Rule } from '../judgement'

/** The same figure said in several places is the same figure. A bound is held against the figure itself. */
export const twice: Rule = function* ({ claims, figures }) {
  for (const claim of claims) {
    const { meaning } = claim
    const bounded = claim.bound === 'over' || claim.bound === 'under'
    if (bounded && meaning.kind === 'amount') {
      const reading = figures.amount(meaning.base, meaning.of, meaning.year)
      if (reading) yield judge(claim, reading, meaning.base === 'contracts' ? ' 项' : ' 万元')
      continue
    }
    const key = keyOf(claim)
    const believed = key && figures.trusted(key)
    if (!believed) continue
    if (believed === claim) {
      // The sum of several that are said together, 开发和服务合计.
      if (meaning.kind !== 'amount' || meaning.of.length < 2) continue
      const parts = meaning.of.map((of) => figures.trusted(amountKey(meaning.base, [of], meaning.year)))
      const known = parts.filter((part) => part !== null).map(readingOf)
      if (known.length < meaning.of.length) continue
      const total = known.reduce((a, b) => ({
        low: a.low + b.low,
        high: a.high + b.high,
        formula: `${a.formula} + ${b.formula}`,
        claims: [...a.claims, ...b.claims],
      }))
      yield judge(claim, total, meaning.base === 'contracts' ? ' 项' : ' 万元')
      continue
    }
    const judged = judge(claim, readingOf(believed), '', 0.9)
    if (judged.holds) yield judged
    else
      yield {
        ...judged,
        why: {
          zh: `同一数字另处为 ${believed.printed}，此处为 ${figure(claim.value)}`,
          en: `The same figure is ${believed.printed} elsewhere and ${figure(claim.value)} here`,
        },
        solve: () => claim.printed,
      }
  }
}
