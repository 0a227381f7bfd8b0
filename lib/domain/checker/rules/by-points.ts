import type { Claim } from '../claim'
import { intervalOf } from '../claim'
import { bracketed, combined, type Reading } from '../figures'
import { meet, minus } from '../interval'
import { type Judgement, judge } from '../judgement'

/** Per cent as it is printed, and as the amounts make it. */
export interface PerCent {
  printed: Reading | null
  counted: Reading | null
}

/** Points are the difference of two figures in per cent; writers take it from the printed ones as well as from the amounts. */
export function* byPoints(claim: Claim, now: PerCent, then: PerCent): Generator<Judgement> {
  const readings = [less(now.counted, then.counted), printedLess(now.printed, then.printed)].filter(
    (one) => one !== null,
  )
  const fit = readings.find((one) => meet(intervalOf(claim), one)) ?? readings[0]
  if (fit) yield judge(claim, fit, ' 个百分点')
}

const less = (now: Reading | null, then: Reading | null): Reading | null =>
  now && then && combined(minus(now, then), `${bracketed(now)} − ${bracketed(then)}`, [now, then])

/** The difference of the two as they stand, whatever they were rounded from. */
function printedLess(now: Reading | null, then: Reading | null): Reading | null {
  const made = less(now, then)
  if (!made) return null
  const middle = (made.low + made.high) / 2
  return { ...made, low: middle, high: middle }
}
