import { amountKey, type Base } from '../claim'
import { combined, type Figures, type Reading, readingOf, sum } from '../figures'
import { meet, over, plus } from '../interval'
import { figure, holding, type Rule } from '../judgement'
import { type Of, partitionsOf } from '../subject'

const bases: readonly Base[] = ['turnover', 'contracts', 'technology']

/** Where the growth of every part is printed, last year's parts follow from it, and make last year's whole. */
export const implied: Rule = function* ({ claims, figures }) {
  const years = new Set(claims.map(({ meaning }) => (meaning.kind === 'growth' ? meaning.year : 0)))
  for (const year of [...years].slice(0, 20))
    for (const base of bases)
      for (const parts of partitionsOf([])) {
        const whole = figures.amount(base, [[]], year - 1)
        const last = sum(parts.map((part) => lastYear(figures, base, part, year)))
        const anchor = parts[0] ? growthKey(figures, base, parts[0], year) : null
        if (!whole || !last || !anchor) continue
        const operands = [...last.claims, ...whole.claims]
        if (meet(whole, last)) {
          yield holding(anchor, operands)
          continue
        }
        const [low, high] = [figure(last.low), figure(last.high)]
        yield {
          ...holding(anchor, operands),
          holds: false,
          sureness: 0.8,
          why: {
            zh: `按各部分所印增幅推算，上年合计在 ${low} 至 ${high} 之间，而上年为 ${whole.formula}`,
            en: `By the printed growth of the parts last year's whole lies between ${low} and ${high}, but it is ${whole.formula}`,
          },
        }
      }
}

const growthKey = (figures: Figures, base: Base, of: Of, year: number) =>
  figures.trusted(`growth|${amountKey(base, [of], year)}|${year - 1}`)

function lastYear(figures: Figures, base: Base, of: Of, year: number): Reading | null {
  const [now, grown] = [figures.printed(base, [of], year), growthKey(figures, base, of, year)]
  if (!now || !grown) return null
  const by = readingOf(grown)
  const factor = plus({ low: 1, high: 1 }, { low: by.low / 100, high: by.high / 100 })
  const then = over(now, factor)
  return then && combined(then, `${now.formula} ÷ ${1 + grown.value / 100}`, [now, by])
}
