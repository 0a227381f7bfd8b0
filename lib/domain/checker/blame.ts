import type { Claim } from './claim'
import type { Need, Ruled } from './judgement'
import type { RuleName } from './rules'

/**
 * What an agreement, or a contradiction, tells of the numbers in it. A sum that holds to the last digit is no chance; a
 * number said twice may be copied; a wrong place in a ranking hints at the amount without proving anything.
 */
const weights: Partial<Record<RuleName, { holds: number; fails: number }>> = {
  columns: { holds: 3, fails: 1 },
  across: { holds: 3, fails: 1 },
  partitions: { holds: 3, fails: 1 },
  twice: { holds: 0.5, fails: 1 },
  hundred: { holds: 0.5, fails: 0 },
  ranks: { holds: 0.2, fails: 0.4 },
  lists: { holds: 0.2, fails: 0.4 },
  register: { holds: 1, fails: 0 },
}
/** Rules that add up, in which each of many parts may be the wrong one. */
const adding: readonly RuleName[] = ['columns', 'across', 'partitions', 'siblings']
const usual = { holds: 1, fails: 1 }

/** Enough contradictions for a number to be suspected beside the one that was judged. */
const enough = 1.3

/**
 * Decides which number of a contradiction is the wrong one. A number that stands in several contradictions, and agrees
 * with less than the one first suspected, takes the blame: one wrong amount spoils its share, its total and its growth,
 * and is found once.
 */
export function blamed(judgements: readonly Ruled[]): { judgements: Ruled[]; culprits: Set<Claim> } {
  const { fails, suspicion } = recordsOf(judgements)
  const culprits = new Set<Claim>()
  const wrongShares = new Set(
    judgements.filter(isError).flatMap((one) => (one.rule === 'shares' ? [one.claim] : [])),
  )
  const failing = failingOf(judgements)
  const placed = judgements.map((one) => {
    if (one.holds || one.weak) return one
    if (one.rule === 'hundred') return onShare(one, wrongShares)
    const own = suspicion(one.claim)
    const [first, second] = [...new Set(one.operands)]
      .filter((claim) => claim !== one.claim && fails(claim) >= enough && suspicion(claim) > own + 0.01)
      .filter((claim) => mended(failing.get(claim) ?? [], claim))
      .sort((a, b) => suspicion(b) - suspicion(a))
    if (!first || (second && suspicion(second) > suspicion(first) - 0.01)) return one
    culprits.add(first)
    return {
      ...one,
      claim: first,
      operands: [one.claim, ...one.operands],
      expected: one.solve?.(first) ?? null,
    }
  })
  return { judgements: unspoilt(placed), culprits }
}

const isError = (one: Ruled) => !one.holds && one.severity === 'error'

function recordsOf(judgements: readonly Ruled[]) {
  const records = new Map<Claim, { fails: number; holds: number }>()
  for (const { rule, claim, operands, holds, weak } of judgements) {
    const weight = weights[rule] ?? usual
    if (weak && rule !== 'ranks' && rule !== 'lists') continue
    for (const one of new Set([claim, ...operands])) {
      const record = records.get(one) ?? { fails: 0, holds: 0 }
      if (holds) record.holds += weight.holds
      else record.fails += weight.fails
      records.set(one, record)
    }
  }
  const fails = (claim: Claim) => records.get(claim)?.fails ?? 0
  const suspicion = (claim: Claim) => fails(claim) / (fails(claim) + (records.get(claim)?.holds ?? 0) + 1)
  return { fails, suspicion }
}

function failingOf(judgements: readonly Ruled[]): Map<Claim, Ruled[]> {
  const failing = new Map<Claim, Ruled[]>()
  for (const one of judgements) {
    if (!isError(one) || one.weak || !one.needs) continue
    // One of many that were added up first: what it would need is not a factor.
    if (one.operands.length > 4 && !adding.includes(one.rule)) continue
    for (const claim of new Set(one.operands))
      failing.set(claim, [...(failing.get(claim) ?? []).slice(-19), one])
  }
  return failing
}

/** Whether one change of the number would mend all that it spoils: else these are mistakes of their own. */
function mended(failing: readonly Ruled[], claim: Claim): boolean {
  const [first, ...others] = failing.map((one) => one.needs?.(claim) ?? [])
  const alike = (a: Need, b: Need) => Math.abs(a.factor - b.factor) <= 1.2 * (a.slack + b.slack) + 1e-6
  return first?.some((need) => others.every((needs) => needs.some((other) => alike(need, other)))) ?? true
}

/** Shares that do not make 100: the one among them that is wrong by itself, if there is one alone. */
function onShare(one: Ruled, wrong: ReadonlySet<Claim>): Ruled {
  const inside = one.operands.filter((claim) => wrong.has(claim))
  const [first] = inside
  const loose = one.operands.includes(one.claim)
  return first && (inside.length === 1 || loose) ? { ...one, claim: first, expected: null } : one
}

/** A total that no single cell explains spoils whatever else adds those cells up: said once is enough. */
function unspoilt(judgements: readonly Ruled[]): Ruled[] {
  const open = judgements.filter((one) => isError(one) && one.rule === 'columns' && !one.weak)
  const spoilt = open.map(({ operands }) => new Set(operands))
  const many = ({ operands }: Ruled) =>
    spoilt.some((parts) => operands.filter((claim) => parts.has(claim)).length >= 3)
  return judgements.filter((one) => one.rule === 'columns' || !isError(one) || !many(one))
}
