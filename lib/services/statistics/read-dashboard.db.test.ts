import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownerUrl } from '@/db/testing/database'
import { chance, type Planted, plant, randomContract } from '@/db/testing/plant'
import type { Actor } from '@/lib/domain/access/actor'
import { addSums, noSums, type Sums, sumsOf } from '@/lib/domain/statistics/book'
import { drill } from '@/lib/domain/statistics/drill'
import { whole } from '@/lib/domain/statistics/figure'
import { sameDayOf, weekSoFar } from '@/lib/domain/statistics/same-day'
import { shanghaiDate, yearOf } from '@/lib/domain/time/dates'
import { readCell } from './read-cell'
import { readDashboard } from './read-dashboard'

const leader: Actor = {
  id: '00000000-0000-7000-8000-000000000009',
  username: 'leader',
  name: 'Leader',
  role: 'leader',
  unit: null,
}
const office: Actor = { ...leader, role: 'registrar', unit: 'D08' }
const owner = postgres(ownerUrl(), { max: 1, onnotice: () => {} })
const today = shanghaiDate(new Date())
const year = yearOf(today)
const next = chance(11)

const onDay = (planted: Planted, day: string): Planted => ({
  ...planted,
  registeredOn: day,
  facts: { ...planted.facts, year: yearOf(day), month: day.slice(5, 7) },
})
const drawn = Array.from({ length: 240 }, () =>
  randomContract(next, [year - 3, year - 2, year - 1, year]),
).filter(({ registeredOn }) => registeredOn <= today)
const ofToday = [0, 1].map(() => onDay(randomContract(next, [year]), today))
const onTheSameDay = onDay(randomContract(next, [year - 1]), sameDayOf(year - 1, today))
const all = [...drawn, ...ofToday, onTheSameDay]

const sumOf = (which: (one: Planted) => boolean): Sums =>
  all
    .filter(which)
    .map(({ facts }) => ({ contracts: 1n, turnover: facts.turnover, technology: facts.technology }))
    .reduce(addSums, noSums)

beforeAll(() => plant(owner, all))
afterAll(() => owner.end())

describe.each([
  ['the whole Corps', leader, null],
  ['an office', office, 'D08'],
])('the running year of %s', (_, actor, unit) => {
  const within = (one: Planted) => unit === null || one.facts.unit === unit

  test('stands beside last year to the same day, that day counted', async () => {
    const { book, sameDay, tables } = await readDashboard(actor, year)
    if (sameDay === null) return expect(today).toBe(`${year}-12-31`)
    const expected = sumOf((one) => within(one) && one.facts.year === year - 1 && one.registeredOn <= sameDay)
    expect(sumsOf(book.sameDay ?? new Map(), 'all', '')).toEqual(expected)
    const table = tables.find(({ spec }) => spec.id === 'same-day')
    const row = table && 'table' in table ? table.table.rows[0] : undefined
    expect(row?.cells.turnoverSameDay).toEqual(whole(expected.turnover))
    const cell = table && 'table' in table && row && drill(table.spec, year, row, 'turnoverSameDay', sameDay)
    const behind = await readCell(actor, cell || { year, split: null, members: [] }, { most: 1000 })
    expect(behind.sums).toEqual(expected)
    expect(behind.contracts).toHaveLength(Number(expected.contracts))
  })

  test('knows what today and this week brought, and the last ones registered', async () => {
    const { fresh, latest } = await readDashboard(actor, year)
    const { from } = weekSoFar(today)
    expect(fresh?.ofToday).toEqual(sumOf((one) => within(one) && one.registeredOn === today))
    expect(fresh?.ofWeek).toEqual(
      sumOf((one) => within(one) && one.facts.year === year && one.registeredOn >= from),
    )
    const own = all.filter((one) => within(one) && one.facts.year === year)
    const days = own.map(({ registeredOn }) => registeredOn).toSorted()
    expect(latest.map(({ registeredOn }) => registeredOn)).toEqual(days.slice(-5).toReversed())
  })

  test('stands among the years before it, each whole and up to the same day', async () => {
    const { years } = await readDashboard(actor, year)
    for (const one of years) {
      const day = sameDayOf(one.year, today)
      const ofYear = (planted: Planted) => within(planted) && planted.facts.year === one.year
      expect(one.full).toEqual(sumOf(ofYear))
      expect(one.toDay).toEqual(sumOf((planted) => ofYear(planted) && planted.registeredOn <= day))
    }
    const filled = [year - 3, year - 2, year - 1, year].filter(
      (of) => sumOf((one) => within(one) && one.facts.year === of).contracts > 0n,
    )
    expect(years.map((one) => one.year)).toEqual(filled)
  })

  test('shows where each unit’s technology goes, within the reach alone', async () => {
    for (const asOf of [null, new Date()]) {
      const { flow } = await readDashboard(actor, year, { asOf })
      const units = new Set(
        all.filter((one) => within(one) && one.facts.year === year).map((one) => one.facts.unit),
      )
      expect(new Set(flow.keys())).toEqual(units)
      for (const [of, members] of flow) {
        for (const [member, sums] of members) {
          expect(sums).toEqual(
            sumOf(({ facts }) => facts.year === year && facts.unit === of && facts.flow === member),
          )
        }
      }
    }
  })
})

test('a closed year is compared with the whole of the year before, and nothing in it is new', async () => {
  const { book, sameDay, fresh } = await readDashboard(leader, year - 1)
  expect(sameDay).toBeNull()
  expect(book.sameDay).toBeUndefined()
  expect(fresh).toBeNull()
})

test('a past moment compares with what was known of the same day then', async () => {
  const now = await readDashboard(leader, year)
  const then = await readDashboard(leader, year, { asOf: now.readAt })
  expect(then.book.sameDay).toEqual(now.book.sameDay)
  expect(then.fresh).toBeNull()
})

test('another office’s year does not exist', async () => {
  await expect(readDashboard(office, year, { unit: 'D01' })).rejects.toMatchObject({
    detail: { code: 'not-found' },
  })
  await expect(readDashboard({ ...leader, role: 'security' }, year)).rejects.toMatchObject({
    detail: { code: 'forbidden' },
  })
})
