import { type Claim, intervalOf } from '../claim'
import { readingOf, sum } from '../figures'
import { meet, middle } from '../interval'
import { figure, holding, inPrint, type Judgement, type Rule } from '../judgement'
import { slipIn } from './sums'

/** What 其中 breaks down is no less than its parts, and where three or more come near to it they are meant to be all of it. */
export const parts: Rule = function* ({ claims }) {
  for (const claim of claims) {
    const { meaning } = claim
    if ((meaning.kind !== 'other' && meaning.kind !== 'amount') || claim.bound === 'over') continue
    const judged =
      meaning.parts && (meaning.kind === 'other' ? judgeParts : judgeAmounts)(claim, meaning.parts)
    if (judged) yield judged
  }
}

function judgeParts(claim: Claim, all: readonly Claim[]): Judgement | null {
  const total = sum(all.map(readingOf))
  if (!total) return null
  const short = claim.value - middle(total)
  if (meet(intervalOf(claim), total) || (short > 0 && (all.length < 3 || short > 0.1 * claim.value)))
    return holding(claim, all)
  return {
    ...holding(claim, all),
    holds: false,
    expected: inPrint(claim, middle(total)),
    sureness: short < 0 ? 0.85 : 0.5,
    why: {
      zh: `其中各项之和为 ${figure(middle(total))}`,
      en: `Its parts add up to ${figure(middle(total))}`,
    },
  }
}

/** Amounts after 其中 may leave much out; they are all of it where they make it, or would but for a slip in one of them. */
function judgeAmounts(claim: Claim, all: readonly Claim[]): Judgement | null {
  const total = sum(all.map(readingOf))
  if (!total || all.length < 2) return null
  if (meet(intervalOf(claim), total)) return holding(claim, all)
  const gap = claim.value - middle(total)
  const part = slipIn(claim, all)
  if (!part) return null
  const rest = [claim, ...all.filter((one) => one !== part)]
  return {
    ...holding(part, rest),
    holds: false,
    expected: inPrint(part, part.value + gap),
    sureness: 0.7,
    why: {
      zh: `其中各项之和为 ${figure(middle(total))}，与 ${claim.printed} 相差 ${figure(Math.abs(gap))}`,
      en: `The parts add up to ${figure(middle(total))}, ${figure(Math.abs(gap))} off ${claim.printed}`,
    },
  }
}
