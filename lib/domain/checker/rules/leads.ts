import { amountKey, type Base } from '../claim'
import type { Figures, Reading } from '../figures'
import type { Rule } from '../judgement'
import { elapsed } from '../reading/periods'
import { type Of, unionKey } from '../subject'
import { byPoints } from './by-points'
import { measureBy } from './measure-by'

/** So many points above the growth of others, 高于全市平均增速, or above the part of the year gone by, 超序时进度. */
export const leads: Rule = function* ({ claims, figures, period }) {
  for (const claim of claims) {
    const { meaning } = claim
    const [of] = meaning.kind === 'lead' ? meaning.of : []
    if (meaning.kind !== 'lead' || !of || meaning.of.length > 1) continue
    const { against, base, year } = meaning
    const gone = elapsed(period)
    if (against !== 'elapsed') {
      const [other = []] = against
      yield* byPoints(claim, growthsOf(figures, base, of, year), growthsOf(figures, base, other, year))
    } else if (gone !== null) {
      const time: Reading = { low: gone, high: gone, formula: String(gone), claims: [] }
      yield* byPoints(claim, completionsOf(figures, of, year), { printed: time, counted: time })
    }
  }
}

const growthsOf = (figures: Figures, base: Base, of: Of, year: number) => ({
  printed: figures.stated(`growth|${amountKey(base, [of], year)}|${year - 1}`),
  counted: measureBy(figures, 'growth', base, of, year),
})

const completionsOf = (figures: Figures, of: Of, year: number) => ({
  printed: figures.stated(completionKey(of, year)),
  counted: measureBy(figures, 'completion', 'turnover', of, year),
})

const completionKey = (of: Of, year: number) =>
  `share|${amountKey('turnover', [of], year)}|${unionKey([of])}target`
