import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeFrom, groupedCode, groupedNumber, listNumber, typedCode, typedNumber } from './code'
import { itemsOf } from './items'
import { certificatePaper, listPaper } from './paper'
import { changedItems, type Since, standingOf, standingOfList } from './standing'
import { someFacts } from './testing/facts'

const bearing = { number: '2026660008000001', code: '7K2QM0XV9D', origin: 'https://jishi.example/' }

describe('a check code', () => {
  const bytes = fc.uint8Array({ minLength: 32, maxLength: 32 })

  it('is read back however it is typed', () => {
    fc.assert(
      fc.property(bytes, fc.constantFrom(' ', '-', '—', ''), (given, between) => {
        const code = codeFrom(given)
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/)
        const typed = groupedCode(code).replace('-', between).toLowerCase()
        expect(typedCode(` ${typed.replaceAll('0', 'o').replaceAll('1', 'l')} `)).toBe(code)
      }),
    )
  })

  it('holds the first 50 bits', () => {
    const value = (code: string) =>
      [...code].reduce((sum, one) => sum * 32n + BigInt('0123456789ABCDEFGHJKMNPQRSTVWXYZ'.indexOf(one)), 0n)
    fc.assert(
      fc.property(bytes, (given) => {
        const hex = Buffer.from(given).toString('hex')
        expect(value(codeFrom(given))).toBe(BigInt(`0x${hex}`) >> 206n)
      }),
    )
  })

  it.each(['', '7K2QM0XV9', '7K2QM0XV9DD', '7K2QM0XV9U', '../../x', '7K2QM0XV9D\u0000'])(
    '%j is none',
    (text) => {
      expect(typedCode(text)).toBeNull()
    },
  )

  it('stands beside a number that is read as it is printed', () => {
    for (const number of ['2026660008000001', listNumber(2026, 12)])
      expect(typedNumber(groupedNumber(number).toLowerCase())).toBe(number)
    expect(typedNumber('２０２６ 6600 08 000001')).toBe('2026660008000001')
    for (const text of ['', '202666000800000', 'QD2026', '2026660008000001x'])
      expect(typedNumber(text)).toBeNull()
  })
})

describe('a certificate', () => {
  const read = (ruleSet: 'R2000' | 'R2026', language: 'zh-CN' | 'en' = 'zh-CN') =>
    certificatePaper(someFacts({ ruleSet }), bearing, language)
  const rowOf = (paper: ReturnType<typeof read>, label: string) =>
    paper.rows.find((row) => row.label === label)?.values

  it('is worded by the rules its contract was accepted under', () => {
    const [before, since] = [read('R2000'), read('R2026')]
    expect(before.intro).toContain('国科发政字〔2000〕063号')
    expect(before.intro).toContain('技术性收入')
    expect(rowOf(before, '核定技术交易额（技术性收入）')).toEqual([
      '人民币 1,230,000.50 元',
      '（大写）壹佰贰拾叁万元伍角',
    ])
    expect(since.intro).toContain('工业和信息化部')
    expect(since.intro).not.toContain('063号')
    expect(rowOf(since, '技术交易额')).toEqual(rowOf(before, '核定技术交易额（技术性收入）'))
    for (const paper of [before, since])
      expect(rowOf(paper, '合同成交额')).toEqual(['人民币 2,000,000.00 元', '（大写）贰佰万元整'])
  })

  it('says who registered it where the register knows, and which version it is', () => {
    const labels = (facts: Parameters<typeof someFacts>[0]) =>
      itemsOf(someFacts(facts)).map(({ label }) => label.zh)
    expect(labels({})).toEqual(expect.arrayContaining(['登记机构', '登记员', '审核员']))
    const elsewhere = labels({ act: 'import', registrar: null, approvers: [] })
    expect(elsewhere).toContain('登记机构')
    expect(elsewhere).not.toContain('登记员')
    expect(elsewhere).not.toContain('审核员')
    const changed = itemsOf(someFacts({ version: 3, act: 'change', madeOn: '2026-12-09' }))
    expect(changed.at(-1)?.values[0]?.zh).toBe('第 3 版（2026年12月9日变更），登记有效')
  })

  it('leads to the public check, and its translation says what it is', () => {
    const paper = read('R2026', 'en')
    expect(paper.link).toBe('https://jishi.example/verify/2026660008000001?code=7K2QM0XV9D')
    expect(paper.address).toBe('https://jishi.example/verify')
    expect(paper.remark).toContain('The Chinese certificate')
    expect(read('R2026').remark).toBe('')
  })
})

describe('what happened since', () => {
  const since = (change: Partial<Since>): Since => ({
    number: bearing.number,
    status: 'registered',
    version: 1,
    acts: [],
    changed: [],
    ...change,
  })

  it('decides how a paper stands', () => {
    expect(standingOf(since({}), 1)).toBe('valid')
    expect(standingOf(since({ version: 2 }), 1)).toBe('superseded')
    expect(standingOf(since({ version: 2 }), 2)).toBe('valid')
    expect(standingOf(since({ status: 'cancelled', version: 2 }), 1)).toBe('cancelled')
    expect(standingOf(since({ status: 'revoked' }), 1)).toBe('revoked')
    expect(standingOf(since({ status: 'discarded' }), 1)).toBe('withdrawn')
  })

  it('names the lines of the paper, both ends of the term as one', () => {
    expect(changedItems(since({ changed: ['from', 'to', 'turnover', 'unheard'] }))).toEqual([
      'term',
      'turnover',
    ])
  })

  it('voids a list with the first contract that left the register', () => {
    const rows = [someFacts({}), someFacts({ version: 2 })]
    const list = (a: Partial<Since>, b: Partial<Since>) =>
      standingOfList(rows, [since(a), since({ version: 2, ...b })])
    expect(list({}, {})).toBe('valid')
    expect(list({ version: 2 }, {})).toBe('superseded')
    expect(list({ version: 2 }, { status: 'revoked' })).toBe('void')
  })

  it('leaves a list its sums as they were printed', () => {
    const facts = { madeOn: '2026-12-09', unit: null, scope: [], rows: [someFacts({}), someFacts({})] }
    const paper = listPaper(facts, { ...bearing, number: listNumber(2026, 1) }, 'zh-CN')
    expect(paper.sums).toEqual(['合计', '4,000,000.00', '2,460,001.00'])
    expect(paper.capitals.map(({ value }) => value)).toEqual(['肆佰万元整', '贰佰肆拾陆万零壹元整'])
    expect(paper.scope).toBe('全部')
    expect(paper.intro).toContain('截至2026年12月9日')
  })
})
