import type { Words } from '../../words'
import type { Claim } from '../claim'
import { type Figures, figureText, type Reading } from '../figures'
import { middle } from '../interval'
import { holding, type Judgement, type Rule } from '../judgement'
import type { ReadTable } from '../reading/table'
import { type Of, ofKey } from '../subject'
import { type By, measureBy } from './measure-by'
import { rivals } from './rivals'

/** Places, printed in a column or said as 居首位, 次之, 第八名, against the figures of all that are ranked. */
export const ranks: Rule = function* ({ claims, figures, tables, doubted }) {
  const known = new Map<string, Standing[]>()
  for (const table of tables) yield* rankColumns(table, doubted)
  for (const claim of claims) {
    const { meaning } = claim
    const [of] = meaning.kind === 'rank' ? meaning.of : []
    const [subject] = of ?? []
    if (
      meaning.kind !== 'rank' ||
      claim.cell ||
      !of ||
      !subject ||
      of.length !== 1 ||
      meaning.of.length !== 1
    )
      continue
    const all = rivals(tables, of, subject)
    const divisions = all.filter(([one]) => one?.split !== 'unit' || one.code.startsWith('D'))
    const groups = subject.split === 'unit' && subject.code.startsWith('D') ? [all, divisions] : [all]
    const stand = (about: typeof meaning, group: readonly Of[]): Standing[] => {
      const key = [about.by, about.base, about.year, group.length, ofKey(group[0] ?? [])].join('|')
      const found = known.get(key) ?? standings(figures, about, group)
      known.set(key, found)
      return found
    }
    const wholeOf = ({ by, base, year }: typeof meaning) =>
      by === 'amount' && base !== 'mean' ? figures.printed(base, [[]], year) : null
    const judged = groups
      .map((group) =>
        judgePlace(claim, meaning.place, of, stand(meaning, group), group.length, wholeOf(meaning)),
      )
      .filter((one) => one !== null)
    const best = judged.find(({ holds }) => holds) ?? judged.at(-1)
    if (best) yield best
  }
}

interface Standing {
  of: Of
  reading: Reading
}

function standings(
  figures: Figures,
  { by, base, year }: { by: By; base: Parameters<typeof measureBy>[2]; year: number },
  group: readonly Of[],
): Standing[] {
  return group.flatMap((of) => {
    const reading = measureBy(figures, by, base, of, year)
    return reading ? [{ of, reading }] : []
  })
}

/**
 * @param size how many there are, of which some may not be known
 * @param whole what all of them make: those not known cannot be greater than what it leaves
 */
function judgePlace(
  claim: Claim,
  place: number,
  of: Of,
  known: readonly Standing[],
  size: number,
  whole: Reading | null,
): Judgement | null {
  const own = known.find((one) => ofKey(one.of) === ofKey(of))
  if (!own || known.length < 2) return null
  const wanted = place < 0 ? size + 1 + place : place
  const above = known.filter(({ reading }) => reading.low > own.reading.high)
  const below = known.filter(({ reading }) => reading.high < own.reading.low)
  const rest = whole
    ? whole.high - known.reduce((sum, { reading }) => sum + reading.low, 0)
    : Number.POSITIVE_INFINITY
  const complete = known.length === size || (place > 0 && own.reading.low > rest)
  const operands = [own, ...above.slice(0, 3)].flatMap(({ reading }) => reading.claims)
  const possible = above.length + 1 <= wanted && (wanted <= known.length - below.length || !complete)
  if (possible) return complete || above.length + 1 === wanted || place < 0 ? holding(claim, operands) : null
  const first = [...known].sort((a, b) => middle(b.reading) - middle(a.reading))[0] ?? own
  const actual = above.length + 1
  return {
    ...holding(claim, operands),
    holds: false,
    weak: true,
    expected: `第 ${actual} 位`,
    sureness: complete ? 0.9 : 0.8,
    why: {
      zh: `按数字排在第 ${actual} 位（${figureText(middle(own.reading))}；最大为 ${figureText(middle(first.reading))}）`,
      en: `By the figures it stands ${actual} (${figureText(middle(own.reading))}; the greatest is ${figureText(middle(first.reading))})`,
    },
  }
}

/** A column of places against the latest amounts beside it, among the rows that have a place. */
function* rankColumns(table: ReadTable, doubted: ReadonlySet<Claim>): Generator<Judgement> {
  for (const [at, column] of table.columns.entries()) {
    if (column.kind !== 'rank') continue
    const beside = rankedBy(table, column)
    const ranked = table.cells.flatMap((cells) => {
      const [place, amount] = [cells[at], cells[beside]]
      return place && amount ? [{ place, amount }] : []
    })
    if (ranked.some(({ amount }) => doubted.has(amount))) continue
    const sorted = ranked.map(({ amount }) => amount.value).sort((a, b) => b - a)
    for (const { place, amount } of ranked) {
      const actual = 1 + sorted.indexOf(amount.value)
      if (actual === place.value) yield holding(place, [amount])
      else
        yield {
          ...holding(place, [amount]),
          holds: false,
          weak: true,
          expected: String(actual),
          sureness: 0.95,
          why: {
            zh: `按${goesBy[column.by].zh}应排第 ${actual}`,
            en: `By ${goesBy[column.by].en} it is number ${actual}`,
          },
        }
    }
  }
}

const goesBy: Record<ReadTable['columns'][number]['by'], Words> = {
  amount: { zh: '成交额', en: 'turnover' },
  growth: { zh: '增幅', en: 'growth' },
  share: { zh: '占比', en: 'share' },
  completion: { zh: '完成率', en: 'completion' },
}

/** The column that places go by: the last of its year before all. */
function rankedBy(table: ReadTable, { by, year }: ReadTable['columns'][number]): number {
  const fits = (one: ReadTable['columns'][number]) => {
    if (by === 'amount') return one.kind === 'amount' && one.base === 'turnover'
    if (by === 'growth') return one.kind === 'growth'
    return one.kind === 'share' && (one.within === 'target') === (by === 'completion')
  }
  const years = table.columns.map((one) => (fits(one) ? one.year : 0))
  return years.lastIndexOf(years.includes(year) ? year : Math.max(...years))
}
