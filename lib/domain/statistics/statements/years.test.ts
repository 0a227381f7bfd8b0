import fc from 'fast-check'
import { expect, test } from 'vitest'
import { noSums } from '../book'
import type { YearToDay } from '../glance'
import { saidInChinese, saidInEnglish } from '../testing/same-in-english'
import { statementOfYears } from './years'

const year = (at: number, full: number, toDay = full): YearToDay => ({
  year: at,
  full: { ...noSums, contracts: 1n, turnover: BigInt(full) },
  toDay: { ...noSums, contracts: 1n, turnover: BigInt(toDay) },
})

const say = (years: readonly YearToDay[], today: string) =>
  statementOfYears(years, { year: 2024, today, lastToDay: noSums })

test.each([
  [[year(2022, 5), year(2023, 7), year(2024, 9)], '成交额为 2022—2024 年最高'],
  [[year(2022, 9), year(2023, 7), year(2024, 8)], '成交额在 2022—2024 年中列第 2'],
  [[year(2022, 9), year(2023, 9), year(2024, 9)], '成交额在 2022—2024 年中并列第 1'],
  [[year(2024, 9)], '历年登记量'],
  [[year(2022, 9)], '历年登记量'],
])('a finished year: %o %s', (years, zh) => expect(say(years, '2026-11-26').zh).toBe(zh))

test.each([
  [[year(2022, 5, 3), year(2023, 7, 4), year(2024, 8)], '成交额已为 2022 年以来最高'],
  [[year(2022, 5, 3), year(2023, 8, 4), year(2024, 8)], '成交额为 2022 年以来同期最高'],
  [[year(2022, 50, 9), year(2023, 70, 4), year(2024, 8)], '成交额在 2022 年以来同期中列第 2'],
  [[year(2022, 50, 8), year(2023, 70, 4), year(2024, 8)], '成交额在 2022 年以来同期中并列第 1'],
])('a year that runs: %o %s', (years, zh) => expect(say(years, '2024-06-30').zh).toBe(zh))

const amount = fc.integer({ min: 0, max: 6 })
const others = fc.array(fc.tuple(amount, amount), { minLength: 1, maxLength: 5 })

test('whatever the years were, place and superlative are those of a count', () => {
  fc.assert(
    fc.property(others, amount, fc.boolean(), (drawn, own, over) => {
      const before = drawn.map(([a, b], index) => year(2024 - drawn.length + index, a + b, a))
      const { zh, en } = say([...before, year(2024, own)], over ? '2025-01-01' : '2024-05-01')
      const sums = before.map(({ full, toDay }) => Number((/同期/.test(zh) ? toDay : full).turnover))
      const ahead = sums.filter((sum) => sum > own).length
      const equal = sums.includes(own)
      expect(/以来/.test(zh)).toBe(!over)
      expect(zh).toContain(String(before[0]?.year))
      if (/最高/.test(zh)) expect([ahead, equal]).toEqual([0, false])
      else expect(zh).toContain(`${equal ? '并列' : '列'}第 ${ahead + 1}`)
      if (!/列第/.test(zh)) expect(/已为/.test(zh) || over || /同期最高/.test(zh)).toBe(true)
      expect(saidInEnglish(en, [])).toEqual(saidInChinese(zh, []))
    }),
  )
})
