import { describe, expect, it } from 'vitest'
import { blockText } from './block'
import { check } from './check'
import { readText } from './read-text'
import { ruleWords } from './rules'
import { markedIn } from './testing/marked'
import { plant, planted, reportText } from './testing/planted'
import { scoreOf, summed } from './testing/score'

const annual = readText(reportText('annual-2024'))
const found = check(annual).findings
const prints = (severity: 'error' | 'remark') =>
  found.filter((one) => one.severity === severity).map(({ printed }) => printed.replace(/\s/g, ''))

describe('the report of 2024', () => {
  it('finds each figure in which print and arithmetic differ, and no other', () => {
    expect(prints('error')).toEqual([
      ...['83.48万元', '104.52万元', '25.2%', '5.6:1', '45.9%'],
      ...['45.90%', '2.53%', '6.68%', '19.93%', '0.42%', '100%', '13.64%'],
    ])
  })

  it('remarks what is true but far off, rounded apart, fitted to 100 or merged', () => {
    expect(prints('remark')).toEqual(['65%', '11.1%', '56940.2万元', '0.83%', '81423.37'])
  })

  it('says by which rule', () => {
    const words = found.map(({ rule }) => ruleWords[rule].zh)
    expect(new Set(words)).toEqual(
      new Set(['平均数', '增幅', '比值', '占比', '占比合计', '分项与总数', '表内合计']),
    )
  })

  it('explains: the count that a mean would hold for, the wrong divisor, the merged cell', () => {
    const why = (printed: string) => found.find((one) => one.printed === printed)?.why.zh
    expect(why('104.52万元')).toContain('按 779 项计才成立')
    expect(why('83.48万元')).toContain('按 736 项计才成立')
    expect(why('13.64%')).toContain('3 ÷ 22')
    expect(why('0.83%')).toContain('0-1、1-5、5-10')
  })

  it('accounts for every number, and its places are those of the text', () => {
    const { numbers, counts } = check(annual)
    expect(counts.judged + counts.understood + counts['not-understood']).toBe(numbers.length)
    expect(counts['not-understood']).toBe(0)
    for (const { block, start, end, printed } of numbers) {
      const text = annual[block] ? blockText(annual[block]).slice(start, end) : ''
      expect(text.trim()).toBe(printed)
    }
  })
})

it('says of a number that nothing explains that it was not understood', () => {
  const { numbers, counts } = check(readText('2024年情况总体良好，约为 37% 左右，另见 45.6。'))
  expect(counts).toEqual({ judged: 0, understood: 1, 'not-understood': 2 })
  expect(numbers.map(({ says }) => says?.zh ?? null)).toEqual(['名称、日期或编号', null, null])
})

describe('reports with planted errors', () => {
  const names = Object.keys(planted)

  it.each(names)('%s is clean before anything is planted', (name) => {
    expect(
      check(readText(reportText(name))).findings.map(({ printed, why }) => `${printed} ${why.zh}`),
    ).toEqual([])
  })

  it('finds at least 95 in a hundred of what is planted, and shows no more than 5 in a hundred in vain', () => {
    const scores = names.map((name) => scoreOf(plant(reportText(name), planted[name] ?? [])))
    const { recall, precision } = summed('tuned on', scores)
    expect(scores.flatMap(({ missed }) => missed)).toEqual([])
    expect(recall).toBeGreaterThanOrEqual(0.95)
    expect(precision).toBeGreaterThanOrEqual(0.95)
  })
})

/** Of the first eight, the checker before them found 90 of 116, and 90 of 176 findings were true. */
describe('reports that it was developed by', () => {
  const reports = markedIn('development')

  it('finds most of what is planted, and shows little in vain', () => {
    const scores = reports.map(({ wrong, marks }) => scoreOf({ text: wrong, marks }))
    const { recall, precision } = summed('developed by', scores)
    expect(recall).toBeGreaterThanOrEqual(0.88)
    expect(precision).toBeGreaterThanOrEqual(0.96)
  })

  it('raises no alarm where nothing is wrong', () => {
    const found = reports.flatMap(({ right }) => check(readText(right)).findings)
    expect(found.map(({ printed, why }) => `${printed} ${why.zh}`)).toEqual([])
  })
})

/**
 * Written, with their errors, before the checker was run on them, and committed so; no rule is fitted to them. The first
 * run found 101 of 127 in the first 15, and 102 of 119 findings were true; in the second 5, by the hand that wrote the last of
 * those developed by, 57 of 67, and 57 of 60.
 */
describe.each([
  ['held-out', { recall: 0.76, precision: 0.88 }],
  ['held-out/second', { recall: 0.84, precision: 0.93 }],
])('reports that it was never tuned on: %s', (folder, least) => {
  const reports = markedIn(folder)

  it('finds what may be expected in them', () => {
    const scores = reports.map(({ wrong, marks }) => scoreOf({ text: wrong, marks }))
    const { recall, precision } = summed(folder, scores)
    expect(recall).toBeGreaterThanOrEqual(least.recall)
    expect(precision).toBeGreaterThanOrEqual(least.precision)
  })

  it('raises few alarms where nothing is wrong', () => {
    const alarms = reports.map(
      ({ right }) => check(readText(right)).findings.filter(({ severity }) => severity === 'error').length,
    )
    const sum = alarms.reduce((all, one) => all + one, 0)
    console.log(
      `${folder}, nothing planted: ${sum} false alarms in ${alarms.filter(Boolean).length} of ${alarms.length}`,
    )
    expect(sum).toBeLessThanOrEqual(3)
  })
})

describe('the register', () => {
  it('is looked up for counts and amounts, and its exact figures decide to the printed place', () => {
    const register = {
      value: (measure: string, of: readonly unknown[], year: number) =>
        year === 2024 && of.length === 0 ? (measure === 'contracts' ? 779n : 81_423_374_999n) : null,
    }
    const blocks = readText('2024年登记技术合同777项，成交额8.14亿元，即81423.37万元。')
    expect(check(blocks, register).findings).toMatchObject([
      { printed: '777项', expected: '779', rule: 'register', why: { zh: '与登记簿不符：登记簿为 779' } },
    ])
  })
})
