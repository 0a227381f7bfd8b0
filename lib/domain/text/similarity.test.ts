import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bigrams, differInSeries, normalise, similarity } from './similarity'

const word = fc.string({
  unit: fc.constantFrom(...'棉花滴灌水肥一体化技术研发服务ab12'),
  minLength: 1,
  maxLength: 20,
})

describe('similarity', () => {
  it('sees through width, case, spaces and punctuation', () => {
    expect(similarity('棉花（新陆早）滴灌技术', '棉花(新陆早) 滴灌 技术')).toBe(1)
    expect(similarity('ＡＢＣ系统', 'abc系统')).toBe(1)
    expect(normalise('石河子市八师（示例）')).toBe('石河子市八师示例')
  })

  it('scores short and wholly Chinese names', () => {
    expect(similarity('石', '石')).toBe(1)
    expect(similarity('石大', '石大')).toBe(1)
    expect(similarity('塔里木大学', '塔里木大学')).toBe(1)
    expect(similarity('塔里木大学', '石河子大学')).toBeCloseTo(0.25)
    expect(similarity('新疆天业集团', '新疆天业（集团）有限公司')).toBeGreaterThan(0.6)
    expect(similarity('玉米', '小麦')).toBe(0)
    expect(bigrams('𠮷野家')).toEqual(['𠮷野', '野家'])
  })

  it('stands above 0.85 for a slip in a long title and below for another subject', () => {
    const title = '南疆盐碱地改良与耐盐作物种植技术集成与示范'
    expect(similarity(title, '南疆盐碱地改良及耐盐作物种植技术集成与示范')).toBeGreaterThan(0.85)
    expect(similarity(title, '北疆冬小麦节水高产栽培技术集成与示范')).toBeLessThan(0.6)
  })

  it('is symmetric, within 0 and 1, whole for a text with itself, nought for nothing', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        const score = similarity(a, b)
        expect(similarity(b, a)).toBe(score)
        expect(score >= 0 && score <= 1).toBe(true)
        expect(similarity(a, a)).toBe(1)
        expect(similarity(a, '')).toBe(0)
      }),
    )
  })

  it('survives any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => [0, 1].includes(similarity(text, ` ${text}。`))),
    )
  })
})

describe('series', () => {
  it.each([
    ['高标准农田监测（一期）', '高标准农田监测（二期）'],
    ['2023年土壤普查', '2024年土壤普查'],
    ['数据中台Ⅰ期', '数据中台Ⅱ期'],
    ['第1标段', '第2标段'],
    ['石河子市八师一号农场', '石河子市八师二号农场'],
  ])('%s ≠ %s', (a, b) => {
    expect(differInSeries(a, b)).toBe(true)
  })

  it.each([
    ['土壤普查', '2024年土壤普查'],
    ['水肥一体化技术', '水肥一体化'],
    ['２０２４年度', '2024年度'],
    ['一期', '一期'],
  ])('%s may be %s', (a, b) => {
    expect(differInSeries(a, b)).toBe(false)
  })
})
