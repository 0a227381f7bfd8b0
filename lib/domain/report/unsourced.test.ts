import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block, Chapter, Report } from './model'
import type { Said, Span } from './spans'
import { publishedReport } from './testing/published-report'
import { randomCases } from './testing/random-cases'
import { reported, sentencesOf } from './testing/reported'
import { typedDigits } from './typed-digits'
import { NO_FIGURE, unsourced } from './unsourced'

const report = publishedReport

const withOwn = ({ chapters }: Report, ...own: readonly Said[]): Chapter[] => [
  ...chapters,
  {
    id: 'added',
    heading: null,
    blocks: own.map((said, at): Block => ({ kind: 'own', id: `own-${at}`, said })),
  },
]

const typed = (zh: string, en = ''): Said => ({
  zh: [{ kind: 'text', text: zh }],
  en: [{ kind: 'text', text: en }],
})

const marked = (zh: string, en?: string) =>
  unsourced(withOwn(report, typed(zh, en))).map(({ digits }) => digits)

/** What a person would have typed to say the same. */
const copied = (spans: readonly Span[]): Span[] =>
  spans.map((span) => (span.kind === 'reference' ? span : { kind: 'text', text: span.text }))

describe('typed numbers', () => {
  test.each([
    ['全年培训 1,234 人次。', ['1,234 人次']],
    ['全年培训１２３４人。', ['１２３４人']],
    ['新增平台十二家，投入三百万元，增长百分之九十七。', ['十二家', '三百万元', '百分之九十七']],
    ['登记技术合同七百七十八项。', ['七百七十八项']],
    ['国发〔1999〕5 号、第 3 期、½。', ['1999', '5', '第 3', '½']],
    ['截至 2024年12月3日。', ['2024年12月3日']],
    ['٣ 项', ['٣']],
  ])('%s', (text, digits) => expect(marked(text)).toEqual(digits))

  test.each([
    '2024年，兵团认定登记技术合同 777 项，成交额 8.14 亿元。',
    '成交额８１，４２３．３７万元，即 8.142 亿元，合同七百七十七项。',
    '第八师成立了一个平台，进一步做好十四五规划，首位、翻番、过半。',
    '二〇二四年',
  ])('that say what the report is bound to, or nothing: %s', (text) => expect(marked(text)).toEqual([]))

  test('of the wrong unit, or rounded too far, equal nothing', () => {
    expect(marked('777 人，8.15 亿元，8 亿元，777 万元')).toEqual([
      '777 人',
      '8.15 亿元',
      '8 亿元',
      '777 万元',
    ])
  })

  test('in English, by the word that is counted', () => {
    expect(marked('', '777 contracts in 2024, 17 events, 777 people')).toEqual(['17', '777'])
  })

  test('with a source, and slots, are not typed; a slot without a figure is missed', () => {
    const sourced: Span = { kind: 'sourced', text: '1,234 人次', source: '培训台账' }
    const said: Said = { zh: [{ kind: 'text', text: '培训 ' }, sourced], en: [] }
    expect(unsourced(withOwn(report, said))).toEqual([])
    expect(unsourced(withOwn(report, NO_FIGURE))).toHaveLength(2)
  })
})

describe('of random registers', () => {
  const numRuns = 30

  test('generated text has none, and neither has the same text typed by hand', () => {
    fc.assert(
      fc.property(randomCases, (one) => {
        const made = reported(one)
        expect(unsourced(made.chapters)).toEqual([])
        const own = sentencesOf(made).map(({ said }) => ({ zh: copied(said.zh), en: copied(said.en) }))
        expect(unsourced(withOwn(made, ...own))).toEqual([])
      }),
      { numRuns },
    )
  })

  test('a planted number is found, in whatever words it stands', () => {
    const planted = fc.record({
      before: fc.constantFrom('开展培训', '新增', '（其中', '达'),
      count: fc.integer({ min: 20_000, max: 10 ** 9 }),
      unit: fc.constantFrom(' 人次', '场', ' 万册', '', '％'),
      wide: fc.boolean(),
    })
    fc.assert(
      fc.property(randomCases, planted, (one, { before, count, unit, wide }) => {
        const digits = wide
          ? [...String(count)].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('')
          : String(count)
        const found = unsourced(withOwn(reported(one), typed(`${before}${digits}${unit}。`)))
        expect(found).toHaveLength(1)
        expect(found[0]?.digits).toContain(digits)
      }),
      { numRuns },
    )
  })

  test('no digit of any text escapes', () => {
    const text = fc.string({ unit: fc.constantFrom(...'0123456789１８٣.,，:- 万亿元项%第年月日一十个〔〕') })
    fc.assert(
      fc.property(text, (words) => {
        const found = typedDigits(words)
        for (const { index } of words.matchAll(/\p{Nd}/gu)) {
          expect(found.some(({ start, end }) => start <= index && index < end)).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })
})
