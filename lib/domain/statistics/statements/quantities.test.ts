import { describe, expect, test } from 'vitest'
import { against, barelyMore, money, share } from './quantities'

const base = { zh: '上年', en: 'last year' }

describe('a quantity is never rounded into a falsehood', () => {
  test.each([
    [0n, 3n, '0%'],
    [3n, 3n, '100%'],
    [9_995n, 10_000n, '近 100%'],
    [9_994n, 10_000n, '99.9%'],
    [4n, 10_000n, '不足 0.1%'],
    [5n, 10_000n, '0.1%'],
    [4_999n, 10_000n, '50.0%'],
    [1n, 8n, '12.5%'],
    [5n, 4n, '125.0%'],
  ])('%i of %i is %s', (part, whole, zh) => expect(share(part, whole).zh).toBe(zh))

  test.each([
    [10_000_000_000n, '1.00 亿元', '100 million yuan'],
    [123_456_000_000n, '12.35 亿元', '1,235 million yuan'],
    [9_999_999_999n, '10,000.00 万元', '100,000,000 yuan'],
    [2_052_000_000n, '2,052.00 万元', '20,520,000 yuan'],
    [5_000n, '0.01 万元', '100 yuan'],
    [4_999n, '不足 0.01 万元', 'less than 100 yuan'],
    [0n, '0.00 万元', '0 yuan'],
  ])('%i fen are %s', (fen, zh, en) => expect(money(fen)).toEqual({ zh, en }))

  test.each([
    [1_325n, 1_000n, '比上年增长 32.5%', 'up 32.5% on last year'],
    [968n, 1_000n, '比上年下降 3.2%', 'down 3.2% on last year'],
    [1_000n, 1_000n, '与上年持平', 'equal to last year'],
    [100_001n, 100_000n, '比上年增长不足 0.1%', 'up less than 0.1% on last year'],
    [1n, 100_000n, '比上年下降近 100%', 'down nearly 100% on last year'],
    [0n, 1_000n, '比上年下降 100%', 'down 100% on last year'],
    [19_999n, 10_000n, '比上年增长近 100%', 'up nearly 100% on last year'],
    [20_000n, 10_000n, '为上年的 2.0 倍', '2.0 times last year'],
    [61_362n, 10_000n, '为上年的 6.1 倍', '6.1 times last year'],
  ])('%i against %i: %s', (now, earlier, zh, en) => expect(against(now, earlier, base)).toEqual({ zh, en }))

  test('a multiple that would print as 1.0 is only slightly more', () => {
    expect(barelyMore(1_049n, 1_000n)).toBe(true)
    expect(barelyMore(1_050n, 1_000n)).toBe(false)
    expect(barelyMore(1_000n, 1_000n)).toBe(false)
  })
})
