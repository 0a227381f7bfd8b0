import { amountKey, type Base, type Claim } from '../claim'
import type { Judgement, Rule } from '../judgement'
import { type Of, partitionsOf } from '../subject'
import { judgeSum } from './sums'

const bases: readonly Base[] = ['contracts', 'turnover', 'technology']

/** What falls into parts without rest equals their sum, wherever the report prints them: 企业 is 国企 and 私企. */
export const partitions: Rule = function* ({ claims, figures, tables }) {
  for (const { of, year } of outers(claims)) {
    for (const base of bases) {
      const total = figures.trusted(amountKey(base, [of], year))
      if (!total) continue
      for (const parts of partitionsOf(of)) {
        const known = parts
          .map((part) => figures.trusted(amountKey(base, [part], year)))
          .filter((claim) => claim !== null)
        if (known.length < 2 || (of.length === 0 && summedInTable(known, tables))) continue
        const judged = judgeSum(total, known, known.length < parts.length)
        if (judged) yield nearer(judged, total, known)
      }
    }
  }
}

/** Parts told in one place against a whole told in another: it is there that something is amiss. */
function nearer(judged: Judgement, total: Claim, parts: readonly Claim[]): Judgement {
  const last = parts.at(-1)
  const together =
    last && parts.every(({ block, cell }) => block === last.block && !cell) && last.block !== total.block
  if (judged.holds || !together) return judged
  return {
    ...judged,
    claim: last,
    value: last.value + total.value - parts.reduce((all, { value }) => all + value, 0),
    operands: [total, ...parts.slice(0, -1)],
    expected: judged.solve?.(last) ?? null,
  }
}

function outers(claims: readonly Claim[]): { of: Of; year: number }[] {
  const found = new Map<string, { of: Of; year: number }>()
  for (const { meaning } of claims) {
    if (meaning.kind !== 'amount' || meaning.of.length !== 1) continue
    const [of] = meaning.of
    if (of && of.length < 2) found.set(amountKey('turnover', [of], meaning.year), { of, year: meaning.year })
  }
  return [...found.values()].slice(0, 2000)
}

/** The table's own total says it already. */
const summedInTable = (
  parts: readonly Claim[],
  tables: readonly { block: number; rows: readonly { role: string }[] }[],
): boolean =>
  parts.every(({ cell, block }) => cell && block === parts[0]?.block) &&
  tables.some(({ block, rows }) => block === parts[0]?.block && rows.some(({ role }) => role === 'total'))
