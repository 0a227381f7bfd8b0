import { amountKey, type Base } from '../claim'
import type { Figures } from '../figures'
import type { Rule } from '../judgement'
import { type Of, unionKey } from '../subject'
import { byPoints, type PerCent } from './by-points'
import { shareReading } from './shares'

/** A share that rose by so many points: this year's share less last year's. */
export const points: Rule = function* ({ claims, figures }) {
  for (const claim of claims) {
    const { meaning } = claim
    if (meaning.kind !== 'points') continue
    const { base, of, within, year, since } = meaning
    if (unionKey(of) === unionKey([within])) continue
    yield* byPoints(
      claim,
      shareOf(figures, base, of, within, year),
      shareOf(figures, base, of, within, since),
    )
  }
}

const shareOf = (figures: Figures, base: Base, of: readonly Of[], within: Of, year: number): PerCent => ({
  printed: figures.stated(`share|${amountKey(base, of, year)}|${unionKey([within])}`),
  counted: shareReading(figures, { base, of, within, year }),
})
