import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addSums, noSums, type Sums } from '../book'
import { pattern } from '../testing/read-leaders'
import { expectMoney, MONEY, Reader } from '../testing/reading'
import { saidInChinese, saidInEnglish } from '../testing/same-in-english'
import { statementOfDays } from './days'

const sums = (contracts: bigint, turnover: bigint): Sums => ({ contracts, turnover, technology: 0n })

describe('today and this week', () => {
  test.each([
    [
      sums(3n, 120_500_000n),
      sums(12n, 1_050_000_000n),
      '今天新登记 3 项、120.50 万元；本周 12 项、1,050.00 万元',
      'Registered today: 3 contracts, 1,205,000 yuan; this week: 12 contracts, 10,500,000 yuan',
    ],
    [
      sums(1n, 120_500_000n),
      sums(1n, 120_500_000n),
      '今天新登记 1 项、120.50 万元；本周累计相同',
      'Registered today: 1 contract, 1,205,000 yuan; this week: the same',
    ],
    [
      noSums,
      sums(2n, 10_000_000_000n),
      '今天尚无新登记；本周 2 项、1.00 亿元',
      'Nothing registered today yet; this week: 2 contracts, 100 million yuan',
    ],
    [noSums, noSums, '本周尚无新登记', 'Nothing registered this week yet'],
  ])('%o in %o', (today, week, zh, en) => {
    expect(statementOfDays(today, week)).toEqual({ zh, en })
  })

  const some = fc.tuple(fc.bigInt(0n, 4n), fc.oneof(fc.constant(0n), fc.bigInt(0n, 10n ** 12n)))

  test('say the sums of both, whatever they are', () => {
    fc.assert(
      fc.property(some, some, ([count, turnover], [countBefore, turnoverBefore]) => {
        const of = (n: bigint, fen: bigint) => sums(n, n === 0n ? 0n : fen)
        const today = of(count, turnover)
        const week = addSums(today, of(countBefore, turnoverBefore))
        const { zh, en } = statementOfDays(today, week)
        const reader = new Reader(zh)
        const readSums = ({ contracts, turnover: fen }: Sums) => {
          const [items, money = ''] = reader.must(pattern(` (\\d+) 项、(${MONEY})`))
          expect(items).toBe(String(contracts))
          expectMoney(money, fen)
        }
        if (reader.take(/本周尚无新登记/)) expect(week.contracts).toBe(0n)
        else {
          if (reader.take(/今天尚无新登记/)) expect(today.contracts).toBe(0n)
          else if (reader.take(/今天新登记/)) readSums(today)
          reader.must(/；本周/)
          if (reader.take(/累计相同/)) expect(week).toEqual(today)
          else readSums(week)
        }
        reader.end()
        expect(saidInEnglish(en, [])).toEqual(saidInChinese(zh, []))
      }),
    )
  })
})
