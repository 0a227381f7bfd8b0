import { divided, type Reading } from '../figures'
import { judge, type Rule } from '../judgement'

/** a : 1 is the one amount ÷ the other, of the same year. */
export const ratios: Rule = function* ({ claims, figures }) {
  for (const claim of claims) {
    const { meaning } = claim
    if (meaning.kind !== 'ratio') continue
    const find = (of: typeof meaning.of): Reading | null => figures.amount(meaning.base, of, meaning.year)
    const [part, by] = [find(meaning.of), find(meaning.to)]
    const quotient = part && by ? divided(part, by) : null
    if (quotient) yield judge(claim, quotient, ' : 1')
  }
}
