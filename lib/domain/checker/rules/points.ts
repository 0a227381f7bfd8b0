import type { Base } from '../claim'
import { combined, divided, type Figures, type Reading } from '../figures'
import { minus, times } from '../interval'
import { judge, type Rule } from '../judgement'
import type { Of } from '../subject'

/** A share that rose by so many points: this year's share less last year's. */
export const points: Rule = function* ({ claims, figures }) {
  for (const claim of claims) {
    const { meaning } = claim
    if (meaning.kind !== 'points') continue
    const share = (year: number) => shareOf(figures, meaning.base, meaning.of, meaning.within, year)
    const [now, then] = [share(meaning.year), share(meaning.year - 1)]
    if (now && then)
      yield judge(
        claim,
        combined(minus(now, then), `${now.formula} − ${then.formula}`, [now, then]),
        ' 个百分点',
      )
  }
}

function shareOf(figures: Figures, base: Base, of: readonly Of[], within: Of, year: number): Reading | null {
  const [part, by] = [figures.amount(base, of, year), figures.amount(base, [within], year)]
  const made = part && by ? divided(part, by) : null
  return made && combined(times(made, 100), made.formula, [made])
}
