import { amountKey, type Base, type Claim, intervalOf } from '../claim'
import { type Figures, readingOf, sum } from '../figures'
import { around, meet } from '../interval'
import type { Judgement, Rule } from '../judgement'
import { alike } from '../likeness'
import { type Of, ofKey, partitionsOf, tiled, unionKey } from '../subject'
import { judgeSum, slipIn } from './sums'

const bases: readonly Base[] = ['contracts', 'turnover', 'technology']
const most = 8

/**
 * Members told of one after another that are all there is: by their shares, which make 100, by one of their measures, which
 * makes the whole to the last place, or by the word 其余. Then their other measures make the whole as well.
 */
export const siblings: Rule = function* ({ claims, figures }) {
  for (const row of rowsOf(claims)) {
    const told = row.map((one) => toldOf(figures, one))
    for (let from = 0; from < told.length; from++)
      for (let to = from + 2; to <= Math.min(told.length, from + most); to++) {
        const members = told.slice(from, to)
        const judged = known(members) ? [] : judgeMembers(figures, members)
        if (judged.length === 0) continue
        yield* judged
        from = to - 1
        break
      }
  }
}

/** A member with what is printed of it, by base. */
interface Told extends Member {
  shares: (Claim | null)[]
  amounts: (Claim | null)[]
}

const toldOf = (figures: Figures, { of, year }: Member): Told => ({
  of,
  year,
  shares: bases.map((base) => figures.trusted(`share|${amountKey(base, of, year)}|`)),
  amounts: bases.map((base) => figures.trusted(amountKey(base, of, year))),
})

interface Member {
  of: readonly Of[]
  year: number
}

/** The single members that each text speaks of, in its order. */
function rowsOf(claims: readonly Claim[]): Member[][] {
  const rows = new Map<string, Map<string, Member>>()
  for (const { meaning, block, cell } of claims) {
    if (cell || (meaning.kind !== 'amount' && meaning.kind !== 'share')) continue
    const { of } = meaning
    if (of.every((one) => one.length === 0)) continue
    const place = `${block}|${meaning.year}`
    const row = rows.get(place) ?? new Map<string, Member>()
    rows.set(place, row)
    const key = unionKey(of)
    if (!row.has(key)) row.set(key, { of, year: meaning.year })
  }
  return [...rows.values()].map((row) => [...row.values()])
}

const keysOf = (ofs: readonly Of[]) => ofs.map(ofKey).sort().join()
const wholes = new Set(partitionsOf([]).map(keysOf))

/** A split of the field's own is judged as one already. */
const known = (members: readonly Member[]) =>
  members.every(({ of }) => of.length === 1) && wholes.has(keysOf(members.flatMap(({ of }) => of)))

function judgeMembers(figures: Figures, members: readonly Told[]): Judgement[] {
  const [{ year = 0 } = {}] = members
  if (members.some((one) => one.year !== year)) return []
  const keys = members.flatMap(({ of }) => of.map(ofKey))
  if (new Set(keys).size < keys.length) return []
  const shared =
    tiled(members.flatMap(({ of }) => of)) ||
    bases.some((_, at) => makeHundred(members.map(({ shares }) => shares[at] ?? null)))
  const sums = bases.flatMap(
    (base, at) =>
      sumOf(
        figures,
        base,
        year,
        members.map(({ amounts }) => amounts[at] ?? null),
      ) ?? [],
  )
  const exact = sums.some(({ holds, total }) => holds && total.value > 100)
  const rest = /^(?:其余|其他|余下|剩余)/.test(members.at(-1)?.of.at(-1)?.at(-1)?.code ?? '')
  if (!shared && !exact && !rest) return []
  return sums.flatMap(({ total, parts, made }) =>
    shared || exact || alike(total.value, made, 1.05)
      ? onPart(judgeSum(total, parts, false), total, parts)
      : [],
  )
}

/** A whole that the report gives elsewhere is not what is wrong: of the parts, the one whose slip would explain the gap, or the last. */
function onPart(judged: Judgement | null, total: Claim, parts: readonly Claim[]): Judgement[] {
  const last = parts.at(-1)
  if (!judged || judged.holds || !last || total.block === last.block) return judged ? [judged] : []
  const gap = total.value - parts.reduce((all, { value }) => all + value, 0)
  const claim = slipIn(total, parts) ?? last
  const operands = [total, ...parts.filter((part) => part !== claim)]
  return [{ ...judged, claim, operands, value: claim.value + gap, expected: judged.solve?.(claim) ?? null }]
}

function makeHundred(found: readonly (Claim | null)[]): boolean {
  const reading = sum(found.map((claim) => claim && readingOf(claim)))
  return reading !== null && reading.high - reading.low <= found.length && meet(reading, around(100, 0))
}

function sumOf(figures: Figures, base: Base, year: number, found: readonly (Claim | null)[]) {
  const parts = found.filter((claim) => claim !== null)
  if (parts.length < found.length) return null
  const total = figures.trusted(amountKey(base, [[]], year))
  const reading = total && sum(parts.map(readingOf))
  return (
    reading && {
      total,
      parts,
      made: (reading.low + reading.high) / 2,
      holds: meet(reading, intervalOf(total)),
    }
  )
}
