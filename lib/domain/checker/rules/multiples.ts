import { intervalOf } from '../claim'
import { combined, divided, type Reading } from '../figures'
import { meet } from '../interval'
import { figure, type Judgement, judge, type Rule } from '../judgement'

/** 为上年的 n 倍 is this year ÷ last year; 增长 n 倍 is one less. The two are often confused. */
export const multiples: Rule = function* ({ claims, figures }) {
  for (const claim of claims) {
    const { meaning } = claim
    if (meaning.kind !== 'multiple') continue
    const { base, of, year, since, grown, against = of } = meaning
    const [now, then] = [figures.amount(base, of, year), figures.amount(base, against, since)]
    const quotient = now && then ? divided(now, then) : null
    if (!quotient) continue
    const judged = judge(claim, grown ? lessOne(quotient) : quotient, ' 倍')
    yield judged.holds ? judged : confused(judged, quotient, grown)
  }
}

const lessOne = (quotient: Reading): Reading =>
  combined({ low: quotient.low - 1, high: quotient.high - 1 }, `${quotient.formula} − 1`, [quotient])

function confused(judged: Judgement, quotient: Reading, grown: boolean): Judgement {
  const turned = grown ? quotient : lessOne(quotient)
  if (!meet(intervalOf(judged.claim), turned)) return judged
  const [times, more] = [figure(quotient.low), figure(quotient.low - 1)]
  const { value: _, ...known } = judged
  return {
    ...known,
    why: {
      zh: `应为“为上年的 ${times} 倍”或“增长 ${more} 倍”（${quotient.formula}）`,
      en: `It is ${times} times last year, or ${more} times more (${quotient.formula})`,
    },
  }
}
