import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ContractTable } from '../catalogue'
import { randomYears, type Years } from '../testing/random-years'
import { Raw } from '../testing/raw'
import { pattern } from '../testing/read-leaders'
import { expectMoney, expectShare, MONEY, PERCENT, Reader } from '../testing/reading'
import { saidInChinese, saidInEnglish } from '../testing/same-in-english'
import { listedIn, lists, toldOfList } from '../testing/told'

/** A list cut so short that random years fill it. */
const short = lists.map((spec): ContractTable => ({ ...spec, most: 4 }))
const [largest, imports] = short as [ContractTable, ContractTable]
const isImport = ({ trade }: { trade: string }) => trade === '1'
const ofYear = (raw: Raw) => (raw.over ? '全年' : '本年累计的')

/** The greatest turnover and how many contracts have it; nothing of their number where the list ends with them. */
function readGreatest(reader: Reader, amounts: readonly bigint[], most: number): bigint {
  const top = amounts.reduce((greatest, one) => (one > greatest ? one : greatest), 0n)
  const equal = amounts.filter((one) => one === top).length
  const several = reader.take(pattern(`最大的 (\\d+) 项各(${MONEY})`))
  const single = reader.take(pattern(`最大一项(${MONEY})`))
  if (several) expect([several[0], equal > 1]).toEqual([String(equal), true])
  else if (single) expect(equal).toBe(1)
  const said = several?.[1] ?? single?.[0] ?? reader.must(pattern(`单项最高(${MONEY})`))[0] ?? ''
  if (!several && !single) expect(equal).toBeGreaterThanOrEqual(Math.min(most, amounts.length))
  expectMoney(said, top)
  return top
}

function readLargest(reader: Reader, raw: Raw) {
  if (raw.contracts() === 0n) return void reader.must(pattern(`${raw.nothing}登记合同`))
  if (raw.turnover() === 0n) {
    return expect(reader.must(/登记 (\d+) 项，成交额为零/)[0]).toBe(String(raw.contracts()))
  }
  const amounts = raw.years.now.map(({ turnover }) => turnover)
  const top = readGreatest(reader, amounts, largest.most)
  const [part = ''] = reader.must(pattern(`，各?占${ofYear(raw)}(${PERCENT})`))
  expectShare(part, top, raw.turnover())
  const first = listedIn(largest, raw.years)
  if (amounts.length <= first.length) return
  const [count, together = ''] = reader.must(pattern(`，前 (\\d+) 项合计占(${PERCENT})`))
  expect(Number(count)).toBe(first.length)
  expectShare(
    together,
    first.reduce((sum, { turnover }) => sum + turnover, 0n),
    raw.turnover(),
  )
}

function readImports(reader: Reader, raw: Raw) {
  if (raw.contracts(isImport) === 0n) return void reader.must(pattern(`${raw.nothing}技术进口`))
  const [count, money = ''] = reader.must(pattern(`技术进口 (\\d+) 项、(${MONEY})`))
  expect(count).toBe(String(raw.contracts(isImport)))
  expectMoney(money, raw.turnover(isImport))
  if (raw.turnover() > 0n) {
    const [part = ''] = reader.must(pattern(`，占${ofYear(raw)}(${PERCENT})`))
    expectShare(part, raw.turnover(isImport), raw.turnover())
  }
  if (raw.contracts(isImport) === 1n) return
  reader.must(/，/)
  const amounts = raw.years.now.filter(isImport).map(({ turnover }) => turnover)
  readGreatest(reader, amounts, imports.most)
}

const truth = (spec: ContractTable, read: (reader: Reader, raw: Raw) => void) => (years: Years) => {
  const { zh, en } = toldOfList(spec, years)
  const reader = new Reader(zh)
  read(reader, new Raw(years))
  reader.end()
  expect(saidInEnglish(en, []), `${zh} | ${en}`).toEqual(saidInChinese(zh, []))
}

describe('what a list of contracts says is true, and the same in English', () => {
  test('of the largest', () => {
    fc.assert(fc.property(randomYears, truth(largest, readLargest)), { numRuns: 400 })
  })

  test('of imports', () => {
    fc.assert(fc.property(randomYears, truth(imports, readImports)), { numRuns: 400 })
  })
})
