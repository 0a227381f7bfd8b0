import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SplitTable } from '../catalogue'
import { memberWords } from '../members'
import { knownUnits, randomYears, type Years } from '../testing/random-years'
import { Raw, type Split } from '../testing/raw'
import { Reader } from '../testing/reading'
import { readingsOfParts } from '../testing/readings-of-parts'
import { readingsOfYear } from '../testing/readings-of-year'
import { saidInChinese, saidInEnglish } from '../testing/same-in-english'
import { splitTables, told } from '../testing/told'

const readings = { ...readingsOfYear, ...readingsOfParts }

const small = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

/** Tables whose labels are parts of a sentence in English, and so begin small. */
const inSentence = (spec: SplitTable) => ['flows', 'trade'].includes(spec.id)

/** Names that both languages may tell; a group stands for its members. */
function named(spec: SplitTable, years: Years) {
  if (['all', 'direction'].includes(spec.split)) return []
  const split = spec.split as Split
  const members = new Raw(years)
    .members(split)
    .filter((code) => !spec.without?.includes(code))
    .map((code) => ({ code, words: memberWords(split, code, knownUnits) }))
  const groups = spec.id === 'sellers' ? (spec.groups ?? []) : []
  return [...members, ...groups.map(({ id, words }) => ({ code: id, words }))].map(({ code, words }) => ({
    code,
    zh: words.zh,
    en: inSentence(spec) ? small(words.en) : words.en,
  }))
}

describe('what a chart says', () => {
  test('has a reading for every table', () => {
    expect(Object.keys(readings).sort()).toEqual(splitTables.map(({ id }) => id).sort())
  })

  test.each(splitTables.map((spec) => [spec.id, spec] as const))('%s is true', (id, spec) => {
    fc.assert(
      fc.property(randomYears, (years) => {
        const { zh } = told(spec, years)
        const reader = new Reader(zh)
        readings[id]?.(reader, new Raw(years))
        reader.end()
        expect(zh).not.toMatch(/[。，；]$|，，|；；|undefined|null/)
      }),
      { numRuns: 250 },
    )
  })

  test.each(splitTables.map((spec) => [spec.id, spec] as const))('%s is the same in English', (_, spec) => {
    fc.assert(
      fc.property(randomYears, (years) => {
        const { zh, en } = told(spec, years)
        const names = named(spec, years)
        const [chinese, english] = [
          saidInChinese(zh, names),
          saidInEnglish(inSentence(spec) ? small(en) : en, names),
        ]
        expect(english.numbers, `${zh} | ${en}`).toEqual(chinese.numbers)
        // 南北疆 and 技术进出口 are one word each.
        if (!/成交额相等|技术进出口/.test(zh)) expect(english.names, `${zh} | ${en}`).toEqual(chinese.names)
        expect(en).toMatch(/^[A-Z\d“]/)
        expect(en).not.toMatch(/\.$|\p{Script=Han}|undefined|null/u)
      }),
      { numRuns: 100 },
    )
  })
})
