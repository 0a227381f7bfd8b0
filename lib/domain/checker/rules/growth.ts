import { type Claim, intervalOf, type Measured } from '../claim'
import { bracketed, combined, type Figures, type Reading } from '../figures'
import { meet, minus, over, times } from '../interval'
import { type Judgement, judge, type Rule } from '../judgement'
import { type Of, unionKey } from '../subject'

/** Growth is the increase ÷ the year compared with, in per cent; of a mean first by the means as printed, then by those that follow. */
export const growth: Rule = function* ({ claims, figures }) {
  for (const claim of claims) {
    const { meaning } = claim
    if (meaning.kind !== 'growth') continue
    const { base, of, year, since, against, yearly } = meaning
    if (against ? unionKey(against) === unionKey(of) : since >= year) continue
    const years = yearly ? year - since : 1
    const pair = (find: Find) => growthOf(find(base, of, year), find(base, against ?? of, since), years)
    const printed = pair((...about) => figures.printed(...about))
    const implied = pair((...about) => figures.amount(...about))
    const first =
      (base === 'mean' ? printed : implied) ??
      implied ??
      printed ??
      (against || yearly ? null : fromIncrease(figures, base, of, year))
    // What follows from the growth itself proves nothing of it.
    if (!first || first.claims.includes(claim)) continue
    const judged = judge(claim, first, '%')
    yield judged.holds ? judged : confused(judged, claim, first)
    if (base === 'mean' && printed && implied && judged.holds && !meet(intervalOf(claim), implied))
      yield unfounded(claim, implied)
  }
}

type Find = (base: Measured, of: readonly Of[], year: number) => Reading | null

/** @param years how many the growth is the mean of */
function growthOf(now: Reading | null, then: Reading | null, years = 1): Reading | null {
  const quotient = now && then ? over(now, then) : null
  if (!now || !then || !quotient || (years > 1 && quotient.low <= 0)) return null
  const root = (value: number) => (years > 1 ? value ** (1 / years) : value)
  const less = { low: root(quotient.low) - 1, high: root(quotient.high) - 1 }
  const fraction = `${bracketed(now)} ÷ ${bracketed(then)}`
  return combined(times(less, 100), years > 1 ? `(${fraction}) ^ (1/${years}) − 1` : `${fraction} − 1`, [
    now,
    then,
  ])
}

/** Where only this year and its increase are printed. */
function fromIncrease(figures: Figures, base: Measured, of: readonly Of[], year: number): Reading | null {
  const [now, more] = [figures.amount(base, of, year), figures.increase(base, of, year)]
  if (!now || !more) return null
  const then = combined(minus(now, more), `(${now.formula} − ${more.formula})`, [now, more])
  return growthOf(now, then)
}

/** Agrees with the printed means, but these follow from nothing. */
function unfounded(claim: Claim, implied: Reading): Judgement {
  const judged = judge(claim, implied, '%', 0.7)
  return {
    ...judged,
    weak: true,
    why: {
      zh: `与所印两年均值相符，但按成交额和项数计算：${judged.why.zh}`,
      en: `Agrees with the two means as printed, but by turnover and contracts: ${judged.why.en}`,
    },
  }
}

/** This year ÷ last year printed as growth, or a fall printed as a rise. */
function confused(judged: Judgement, claim: Claim, reading: Reading): Judgement {
  const note = meet(intervalOf(claim), { low: reading.low + 100, high: reading.high + 100 })
    ? {
        zh: '；所印是为上年的百分比，不是增幅',
        en: '; what is printed is this year in per cent of last year, not its growth',
      }
    : meet(intervalOf({ ...claim, value: -claim.value }), reading)
      ? { zh: '；升降方向相反', en: '; the direction is the other way' }
      : null
  if (!note) return judged
  const { value: _, ...known } = judged
  return { ...known, why: { zh: judged.why.zh + note.zh, en: judged.why.en + note.en } }
}

/** Increases are this year less the year compared with. */
export const increases: Rule = function* ({ claims, figures }) {
  for (const claim of claims) {
    const { meaning } = claim
    if (meaning.kind !== 'increase') continue
    const { base, of, year, since, against } = meaning
    if (against) {
      const [now, then] = [figures.amount(base, of, year), figures.amount(base, against, year)]
      const difference =
        now && then ? combined(minus(now, then), `${now.formula} − ${then.formula}`, [now, then]) : null
      if (difference) yield judge(claim, difference, base === 'contracts' ? ' 项' : ' 万元')
      continue
    }
    const printed = [figures.printed(base, of, year), figures.printed(base, of, since)]
    const [now, then] = base === 'mean' ? printed : []
    const reading =
      now && then
        ? combined(minus(now, then), `${now.formula} − ${then.formula}`, [now, then])
        : figures.difference(base, of, year, since)
    if (reading) yield judge(claim, reading, base === 'contracts' ? ' 项' : ' 万元')
  }
}
