import { amountKey, type Claim, intervalOf } from '../claim'
import { combined, divided, type Figures, type Reading, sum } from '../figures'
import { around, meet, times } from '../interval'
import { type Evidence, type Judgement, judge, type Rule } from '../judgement'
import type { ReadTable } from '../reading/table'
import { unionKey } from '../subject'

/** A share is its part ÷ the whole that it is said to be of. */
export const shares: Rule = function* (evidence) {
  const groups = hundreds(evidence.claims)
  for (const claim of evidence.claims) {
    if (claim.meaning.kind !== 'share') continue
    const reading = shareReading(evidence.figures, claim.meaning)
    if (!reading) continue
    const judged = judge(claim, reading, '%')
    yield judged.holds
      ? judged
      : (merged(judged, evidence) ?? fitted(judged, reading, groups) ?? explained(judged, evidence))
  }
}

type Share = Omit<Extract<Claim['meaning'], { kind: 'share' }>, 'kind'>

/** A part of its whole in per cent; null also where it is said to be of itself. */
export function shareReading(figures: Figures, share: Share): Reading | null {
  const { base, of, within, wholeBase = base, year } = share
  if (within !== 'increase' && base === wholeBase && unionKey(of) === unionKey([within])) return null
  const part = within === 'increase' ? figures.increase(base, of, year) : figures.amount(base, of, year)
  const by =
    within === 'increase' ? figures.increase(base, [[]], year) : figures.amount(wholeBase, [within], year)
  const made = part && by ? divided(part, by) : null
  return made && combined(times(made, 100), made.formula, [made])
}

const groupOf = ({ block, meaning, half, cell }: Claim) =>
  meaning.kind === 'share' && !meaning.wholeBase && meaning.of.length === 1 && meaning.of[0]?.length === 1
    ? [block, cell?.column ?? '', meaning.base, meaning.of[0][0]?.split, meaning.year, half].join('|')
    : null

/** The printed sums of shares that stand together. */
function hundreds(claims: readonly Claim[]): Map<string, number> {
  const sums = new Map<string, number>()
  for (const claim of claims) {
    const key = groupOf(claim)
    if (key !== null) sums.set(key, (sums.get(key) ?? 0) + claim.value)
  }
  return sums
}

/** One unit off in the last place so that all together make 100: a habit, not a mistake. */
function fitted(judged: Judgement, reading: Reading, groups: ReadonlyMap<string, number>): Judgement | null {
  const { claim } = judged
  const key = groupOf(claim)
  const near = meet(around(claim.value, 3 * claim.half), reading)
  if (key === null || !near || Math.abs((groups.get(key) ?? 0) - 100) > 1e-6) return null
  const { zh, en } = judged.why
  return {
    ...judged,
    severity: 'remark',
    sureness: 0.3,
    weak: true,
    why: {
      zh: `${zh}；末位可能为凑足 100% 而调整`,
      en: `${en}; the last digit was probably fitted to make 100%`,
    },
  }
}

/** A cell merged over rows: the share of all of them, which extraction leaves on one row or repeats. */
function merged(judged: Judgement, { figures, tables }: Evidence): Judgement | null {
  const { claim } = judged
  const table = tables.find(({ block }) => block === claim.block)
  if (!table || claim.meaning.kind !== 'share' || claim.meaning.within === 'increase') return null
  const { base, within, year } = claim.meaning
  const rows = mergedRows(table, claim)
  if (rows.length < 2) return null
  const amounts = rows.map((row) => {
    const of = table.rows[row]?.of
    const found = of ? figures.trusted(amountKey(base, [of], year)) : null
    return found ? { ...intervalOf(found), formula: found.printed, claims: [found] } : null
  })
  const [part, by] = [sum(amounts), figures.amount(base, [within], year)]
  const made = part && by ? divided(part, by) : null
  if (!made || !meet(intervalOf(claim), times(made, 100))) return null
  const names = rows.map((row) => table.rows[row]?.label).join('、')
  return {
    ...judged,
    severity: 'remark',
    sureness: 0.6,
    weak: true,
    why: {
      zh: `${judged.why.zh}；${claim.printed} 是 ${names} 合在一起的占比，疑为合并单元格`,
      en: `${judged.why.en}; ${claim.printed} is the share of ${names} together, probably a merged cell`,
    },
  }
}

/** The rows around a cell that are empty or say the same in its column. */
function mergedRows(table: ReadTable, claim: Claim): number[] {
  const row = table.cells.findIndex((cells) => cells.includes(claim))
  const column = table.cells[row]?.indexOf(claim) ?? -1
  if (row < 0 || column < 0) return []
  const own = table.texts[row]?.[column]
  const open = (at: number) =>
    table.rows[at]?.role === 'member' && ['', own].includes(table.texts[at]?.[column])
  let [first, last] = [row, row]
  while (first > 0 && row - first < 12 && open(first - 1)) first -= 1
  while (last - row < 12 && open(last + 1)) last += 1
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

/** Which other number of the same column it would be a share of. */
function explained(judged: Judgement, { figures, tables }: Evidence): Judgement {
  const { claim } = judged
  const { meaning } = claim
  const table = tables.find(({ block }) => block === claim.block)
  const part = meaning.kind === 'share' ? figures.amount(meaning.base, meaning.of, meaning.year) : null
  if (!table || !part || meaning.kind !== 'share') return judged
  const others = table.claims.filter(
    ({ meaning: other, value }) =>
      other.kind === 'amount' && other.base === meaning.base && other.year === meaning.year && value > 0,
  )
  const fits = others
    .slice(0, 60)
    .filter(({ value }) => meet(intervalOf(claim), around((100 * part.low) / value, 1e-9)))
  const [only] = fits
  if (!only || fits.length > 1) return judged
  return {
    ...judged,
    why: {
      zh: `${judged.why.zh}；所印是 ${part.formula} ÷ ${only.printed} 的结果，分母有误`,
      en: `${judged.why.en}; what is printed is ${part.formula} ÷ ${only.printed}: the wrong divisor`,
    },
  }
}
