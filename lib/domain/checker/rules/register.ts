import type { Base, Claim } from '../claim'
import { intervalOf } from '../claim'
import { figureText } from '../figures'
import { around, meet } from '../interval'
import { holding, inPrint, type Judgement, type Rule } from '../judgement'
import type { Of } from '../subject'

/** Looks figures up: contracts in 项, amounts in fen (分), exact; null for what is not known. `of` empty is the whole. */
export interface Register {
  value(measure: Base, of: Of, year: number): bigint | null
}

/** Printed counts, amounts and shares against the register. Its figures are exact, so that only the printed place is allowed. */
export const againstRegister = (register: Register): Rule =>
  function* ({ claims }) {
    const value = (base: Base, ofs: readonly Of[], year: number): number | null => {
      let sum = 0n
      for (const of of ofs) {
        const found = register.value(base, of, year)
        if (found === null) return null
        sum += found
      }
      return base === 'contracts' ? Number(sum) : Number(sum) / 1e6
    }
    for (const claim of claims) {
      const exact = exactly(claim, value)
      if (exact !== null && Number.isFinite(exact)) yield judged(claim, exact)
    }
  }

type Value = (base: Base, of: readonly Of[], year: number) => number | null

/** What the register would print in a number's place, in the unit of the claim. */
function exactly({ meaning, bound }: Claim, value: Value): number | null {
  if (bound !== 'exact' && bound !== 'near') return null
  if (meaning.kind === 'share' && meaning.within !== 'increase')
    return quotient(
      value(meaning.base, meaning.of, meaning.year),
      value(meaning.wholeBase ?? meaning.base, [meaning.within], meaning.year),
      100,
    )
  if (meaning.kind !== 'amount' && meaning.kind !== 'increase' && meaning.kind !== 'growth') return null
  const at = (year: number) =>
    meaning.base === 'mean'
      ? quotient(value('turnover', meaning.of, year), value('contracts', meaning.of, year), 1)
      : value(meaning.base, meaning.of, year)
  const now = at(meaning.year)
  if (meaning.kind === 'amount' || now === null) return now
  const then = at(meaning.since)
  if (then === null) return null
  return meaning.kind === 'increase' ? now - then : quotient(now - then, then, 100)
}

const quotient = (part: number | null, by: number | null, factor: number): number | null =>
  part === null || by === null || by === 0 ? null : (factor * part) / by

function judged(claim: Claim, exact: number): Judgement {
  if (meet(intervalOf(claim), around(exact, 0))) return holding(claim, [])
  const text = figureText(exact)
  return {
    ...holding(claim, []),
    holds: false,
    weak: true,
    expected: inPrint(claim, exact),
    sureness: 0.9,
    why: { zh: `与登记簿不符：登记簿为 ${text}`, en: `Not what the register says, which is ${text}` },
  }
}
