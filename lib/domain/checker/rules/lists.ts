import type { Claim } from '../claim'
import type { Reading } from '../figures'
import { middle } from '../interval'
import { figure, holding, type Judgement, type Rule } from '../judgement'
import { type Of, ofKey } from '../subject'
import { codeWordsOf } from '../words'
import { measureBy } from './measure-by'
import { rivals } from './rivals'

/** 超过 10% 的有：…: all that pass the mark are named, and nobody else. */
export const lists: Rule = function* ({ claims, figures, tables }) {
  for (const claim of claims) {
    const { meaning } = claim
    if (meaning.kind !== 'list') continue
    const { by, base, of, year, spans } = meaning
    const [subject] = of[0] ?? []
    if (!subject) continue
    const read = (one: Of) => measureBy(figures, by, base, one, year)
    const named = new Set(of.map(ofKey))
    const found = rivals(tables, [subject], subject)
    const all = found.length > 0 ? found : of
    const operands: Claim[] = []
    let known = 0
    let wrong = false
    for (const [index, one] of of.entries()) {
      const reading = read(one)
      if (!reading) continue
      known += 1
      operands.push(...reading.claims)
      if (passes(reading, claim, meaning.above)) continue
      wrong = true
      yield amiss(claim, spans[index], one, reading, 'extra')
    }
    const divisions = !of.some(([one]) => one?.split === 'unit' && !one.code.startsWith('D'))
    for (const one of meaning.open ? [] : all) {
      const reading = named.has(ofKey(one)) ? null : read(one)
      if (!reading || !surely(reading, claim, meaning.above)) continue
      if (divisions && one[0]?.split === 'unit' && !one[0].code.startsWith('D')) continue
      wrong = true
      yield amiss(
        claim,
        { start: spans[0]?.start ?? claim.start, end: spans.at(-1)?.end ?? claim.end },
        one,
        reading,
        'missing',
      )
    }
    if (!wrong && known > 0) yield holding(claim, operands)
  }
}

const passes = (reading: Reading, { value }: Claim, above: boolean) =>
  above ? reading.high >= value : reading.low <= value
const surely = (reading: Reading, { value }: Claim, above: boolean) =>
  above ? reading.low > value : reading.high < value

function amiss(
  claim: Claim,
  span: { start: number; end: number } | undefined,
  of: Of,
  reading: Reading,
  how: 'extra' | 'missing',
): Judgement {
  const { zh, en } = codeWordsOf(of)
  const size = figure(middle(reading))
  return {
    ...holding({ ...claim, ...span }, reading.claims),
    holds: false,
    weak: true,
    expected: null,
    sureness: 0.9,
    why:
      how === 'extra'
        ? { zh: `${zh} 为 ${size}，不在此列`, en: `${en} is ${size} and does not belong here` }
        : { zh: `漏列 ${zh}（${size}）`, en: `${en} (${size}) is missing` },
  }
}
