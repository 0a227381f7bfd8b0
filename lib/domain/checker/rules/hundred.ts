import { amountKey, type Base, type Claim, intervalOf } from '../claim'
import { type Figures, figureText, readingOf, sum } from '../figures'
import { around, meet, middle } from '../interval'
import { holding, type Judgement, type Rule } from '../judgement'
import { type Of, partitionsOf } from '../subject'
import { columnSums } from '../table-sums'

/** Shares of everything there is make 100 per cent: those of a table's column, and those of a split named in full. */
export const hundred: Rule = function* ({ tables, figures, claims, doubted }) {
  for (const { total, parts, gaps, kind } of tables.flatMap((table) => columnSums(table, doubted))) {
    const judged = kind === 'share' ? judgeHundred(total, parts, gaps > 0) : null
    if (judged) yield judged
  }
  const bases = new Set(
    claims.map(({ meaning }) => (meaning.kind === 'share' ? `${meaning.base}|${meaning.year}` : '')),
  )
  for (const key of [...bases].slice(0, 60)) {
    const [base, year] = key.split('|')
    if (!base || !year) continue
    for (const parts of partitionsOf([])) {
      const found = sharesOf(figures, base as Base, parts, Number(year))
      const inOneTable = found?.every(({ block, cell }) => cell && block === found[0]?.block)
      const last = found?.at(-1)
      const judged = found && last && !inOneTable ? judgeHundred(last, found, false) : null
      if (judged) yield judged
    }
  }
}

function sharesOf(figures: Figures, base: Base, parts: readonly Of[], year: number): Claim[] | null {
  const found = parts.map((of) => figures.trusted(`share|${amountKey(base, [of], year)}|`))
  const known = found.filter((claim) => claim !== null)
  return known.length === parts.length ? known : null
}

function judgeHundred(anchor: Claim, parts: readonly Claim[], partial: boolean): Judgement | null {
  const reading = sum(parts.map(readingOf))
  if (!reading || (partial && reading.high < 100)) return null
  const slack = parts.length <= 3 ? Math.max(...parts.map(({ half }) => half)) : 0
  const printed = parts.includes(anchor) ? around(100, slack) : intervalOf(anchor)
  if (meet(reading, printed)) return holding(anchor, parts)
  const total = figureText(middle(reading))
  return {
    ...holding(anchor, parts),
    holds: false,
    expected: parts.includes(anchor) ? null : total,
    sureness: 0.9,
    why: { zh: `各项占比之和为 ${total}%，不是 100%`, en: `The shares add up to ${total}%, not to 100%` },
  }
}
