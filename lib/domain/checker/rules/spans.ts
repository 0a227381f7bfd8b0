import type { Claim } from '../claim'
import { type Figures, type Reading, sum } from '../figures'
import { judge, type Rule } from '../judgement'
import type { Of } from '../subject'

/** What was made in several years together is the sum of them. */
export const spans: Rule = function* ({ claims, figures }) {
  for (const claim of claims) {
    const total = yearsOf(claim, figures)
    if (total)
      yield judge(
        claim,
        total,
        claim.meaning.kind === 'amount' && claim.meaning.base === 'contracts' ? ' 项' : ' 万元',
      )
  }
}

function yearsOf({ meaning, cell }: Claim, figures: Figures): Reading | null {
  if (meaning.kind !== 'amount' || meaning.base === 'mean' || cell) return null
  const { base, of } = meaning
  const code = of[0]?.find(({ split }) => split === 'years')?.code
  const [from = 0, to = 0] = code?.split('-').map(Number) ?? []
  if (to <= from || to - from > 30) return null
  const rest: Of[] = of.map((one) => one.filter(({ split }) => split !== 'years'))
  return sum(Array.from({ length: to - from + 1 }, (_, index) => figures.amount(base, rest, from + index)))
}
