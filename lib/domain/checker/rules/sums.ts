import { type Claim, intervalOf } from '../claim'
import { figureText, readingOf, sum } from '../figures'
import { middle } from '../interval'
import { byGap, holding, inPrint, type Judgement, judge, type Rule } from '../judgement'
import { alike } from '../likeness'
import { columnSums } from '../table-sums'

/** The columns of a table add up to what stands under 合计 or 小计. */
export const columns: Rule = function* ({ tables, doubted }) {
  for (const found of tables.flatMap((table) => columnSums(table, doubted))) {
    if (found.kind === 'share') continue
    const judged = judgeSum(found.total, found.parts, found.gaps > 0)
    if (judged) yield judged
  }
}

/** The part whose slip of the pen would explain what a sum is off by; null where none would, or several. */
export function slipIn(total: Claim, parts: readonly Claim[]): Claim | null {
  const gap = total.value - parts.reduce((all, { value }) => all + value, 0)
  const [part, ...others] = parts.filter(({ value }) => alike(value, value + gap, 1))
  return part && others.length === 0 ? part : null
}

/**
 * A printed total against its printed parts. A difference within the rounding of the parts is remarked.
 * @param partial some parts are not known: the total may be greater
 */
export function judgeSum(total: Claim, parts: readonly Claim[], partial: boolean): Judgement | null {
  const reading = sum(parts.map(readingOf))
  if (!reading) return null
  const short = reading.high < intervalOf(total).low
  // What is missing may also be less than nothing, where increases are added.
  if (partial && (short || total.meaning.kind === 'increase')) return null
  const unit = total.meaning.kind === 'amount' && total.meaning.base === 'contracts' ? ' 项' : ' 万元'
  const judged = judge({ ...total, bound: 'exact' }, reading, unit)
  const sumText = figureText(middle(reading))
  const off = figureText(Math.abs(middle(reading) - total.value))
  if (judged.holds) {
    const coarse = parts.some(({ half }) => half > 1.01 * total.half)
    if (partial || coarse || Math.abs(middle(reading) - total.value) <= 1.2 * total.half + 1e-9)
      return holding(total, parts)
    return {
      ...holding(total, parts),
      holds: false,
      expected: inPrint(total, middle(reading)),
      severity: 'remark',
      sureness: 0.4,
      weak: true,
      why: {
        zh: `各项之和为 ${sumText}，相差 ${off}，在各项四舍五入的范围内`,
        en: `The parts add up to ${sumText}, ${off} off, within the rounding of the parts`,
      },
    }
  }
  return {
    ...judged,
    claim: total,
    why: {
      zh: `各项之和为 ${sumText}，与所印 ${total.printed} 相差 ${off}`,
      en: `The parts add up to ${sumText}, ${off} off the printed ${total.printed}`,
    },
    needs: byGap(total.value - middle(reading), total.half + (reading.high - reading.low) / 2),
    solve: (part) => inPrint(part, part.value + total.value - middle(reading)),
  }
}
