import { intervalOf } from '../claim'
import { middle, over } from '../interval'
import { type Judgement, judge, type Rule } from '../judgement'

/** A mean is turnover ÷ contracts. Where it is not, the number of contracts it would hold for is said. */
export const means: Rule = function* ({ claims, figures }) {
  for (const claim of claims) {
    const { meaning } = claim
    if (meaning.kind !== 'amount' || meaning.base !== 'mean') continue
    const reading = figures.mean(meaning.of, meaning.year)
    const turnover = figures.amount('turnover', meaning.of, meaning.year)
    if (!reading || !turnover) continue
    const judged = judge(claim, reading, '万元')
    yield judged.holds ? judged : explained(judged, turnover)
  }
}

function explained(judged: Judgement, turnover: { low: number; high: number; formula: string }): Judgement {
  const range = over(turnover, intervalOf(judged.claim))
  const count = range ? Math.round(middle(range)) : 0
  if (!range || count < range.low || count > range.high) return judged
  const { zh, en } = judged.why
  return {
    ...judged,
    why: {
      zh: `${zh}；按 ${count} 项计才成立（${turnover.formula} ÷ ${count}）`,
      en: `${en}; it would hold for ${count} contracts (${turnover.formula} ÷ ${count})`,
    },
  }
}
