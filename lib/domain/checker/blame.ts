import type { Claim } from './claim'
import type { Ruled } from './judgement'

interface Record_ {
  fails: number
  holds: number
}

/**
 * Decides which number of a contradiction is the wrong one. A number that stands in two contradictions or more, and
 * agrees with less than the one first suspected, takes the blame: one wrong amount spoils its share, its total and
 * its growth, and is found once.
 */
export function blamed(judgements: readonly Ruled[]): Ruled[] {
  const records = new Map<Claim, Record_>()
  const count = (claim: Claim, field: keyof Record_) => {
    const record = records.get(claim) ?? { fails: 0, holds: 0 }
    record[field] += 1
    records.set(claim, record)
  }
  for (const one of judgements) {
    if (one.weak) continue
    for (const claim of new Set([one.claim, ...one.operands])) count(claim, one.holds ? 'holds' : 'fails')
  }
  const suspicion = (claim: Claim) => {
    const { fails, holds } = records.get(claim) ?? { fails: 0, holds: 0 }
    return fails / Math.max(1, fails + holds)
  }
  return judgements.map((one) => {
    if (one.holds || one.weak) return one
    const own = suspicion(one.claim)
    const suspects = [...new Set(one.operands)]
      .filter(
        (claim) =>
          claim !== one.claim && (records.get(claim)?.fails ?? 0) >= 2 && suspicion(claim) > own + 0.01,
      )
      .sort((a, b) => suspicion(b) - suspicion(a))
    const [first, second] = suspects
    if (!first || (second && suspicion(second) === suspicion(first))) return one
    return {
      ...one,
      claim: first,
      operands: [one.claim, ...one.operands],
      expected: one.solve?.(first) ?? null,
    }
  })
}
