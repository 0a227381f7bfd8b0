import { describe, expect, test } from 'vitest'
import type { Facts } from '../statistics/facts'
import { plain } from './spans'
import { type Case, reported, sentencesOf } from './testing/reported'

const WAN = 1_000_000n
const facts = (changes: Partial<Facts> = {}, wan = 100n): Facts => ({
  year: 2024,
  unit: 'D01',
  month: '03',
  area: 'south',
  type: '1',
  subtype: '11',
  plan: '9',
  flow: '1',
  seller: '1',
  field: '01',
  band: '08',
  property: '9',
  goal: '09',
  buyer: '1',
  province: '65',
  trade: '0',
  turnover: wan * WAN,
  technology: 0n,
  ...changes,
})

const north = { unit: 'D08', area: 'north', type: '5' } as const

function says(now: Facts[], earlier: Facts[] = [], more: Partial<Case> = {}): Map<string, string> {
  const report = reported({
    year: 2024,
    today: '2025-01-20',
    now,
    earlier,
    elsewhere: [],
    unit: null,
    before: null,
    audits: null,
    ...more,
  })
  return new Map(sentencesOf(report).map(({ id, said }) => [id, plain(said.zh)]))
}

describe('a year on its edges', () => {
  test('without a contract tells that and what there had been, and no more', () => {
    expect([...says([], [facts()]).values()]).toEqual([
      '2024 年，兵团没有认定登记技术合同。',
      '上年兵团认定登记技术合同 1 项，成交额 100.00 万元。',
    ])
    expect([...says([]).values()]).toEqual(['2024 年，兵团没有认定登记技术合同。'])
  })

  test('without a year before compares with nothing', () => {
    const said = says([facts()])
    expect(said.get('volume.turnover')).toBe(
      '2024 年兵团共认定登记技术合同 1 项，上年没有登记；合同成交总金额 100.00 万元（图 1），上年为零。',
    )
    expect(said.get('volume.mean')).toBe('单项合同平均成交额为 100.00 万元。')
    for (const id of [
      'units.growing',
      'units.fastest',
      'areas.change',
      'types.change',
      'types.fastest',
      'plans.change',
    ])
      expect(said.has(id), id).toBe(false)
  })

  test('that fell is told as a fall', () => {
    const said = says([facts({}, 50n)], [facts({}, 100n), facts({}, 100n)])
    expect(said.get('volume.turnover')).toContain('比上年减少 1 项')
    expect(said.get('volume.turnover')).toContain('比上年的 200.00 万元下降 75.0%')
    expect(said.get('volume.mean')).toBe(
      '单项合同平均成交额由上年的 100.00 万元降至 50.00 万元，比上年下降 50.0%。',
    )
    expect(said.get('units.growing')).toBe('没有单位的成交额较上年增长超过 10%。')
    expect(said.has('types.fastest')).toBe(false)
  })

  test('equal to the year before is level with it', () => {
    const said = says([facts(), facts(north)], [facts(), facts(north)])
    expect(said.get('volume.turnover')).toContain('与上年持平')
    expect(said.get('areas.change')).toBe('北疆、南疆成交额均与上年持平。')
    expect(said.get('units.leader')).toBe('2024 年一师、八师成交额并列首位，均为 100.00 万元。')
    expect(said.get('areas.ratio')).toBe('南北疆成交额相等。')
    expect(said.get('types.leading')).toBe(
      '技术开发、技术服务合同成交额并列首位，均为 100.00 万元，各占 50.0%（表 2、图 3）。',
    )
  })

  test('doubled is a multiple, never a growth of so many times', () => {
    const said = says([facts({}, 610n)], [facts()])
    expect(said.get('volume.turnover')).toContain('上年为 100.00 万元，为上年的 6.1 倍')
    expect([...said.values()].join('')).not.toMatch(/增长 ?[\d.]+ 倍/)
  })

  test('whose gap narrowed says so; whose sides changed places says that', () => {
    const ratio = (now: [bigint, bigint], then: [bigint, bigint]) =>
      says([facts({}, now[0]), facts(north, now[1])], [facts({}, then[0]), facts(north, then[1])]).get(
        'areas.ratio',
      )
    expect(ratio([100n, 200n], [100n, 300n])).toBe('北疆与南疆成交额之比为 2.0:1，上年为 3.0:1，差距缩小。')
    expect(ratio([1000n, 2001n], [1000n, 2000n])).toBe(
      '北疆与南疆成交额之比为 2.0:1，上年为 2.0:1，差距略有拉大。',
    )
    expect(ratio([100n, 200n], [300n, 100n])).toBe(
      '北疆与南疆成交额之比为 2.0:1，上年南疆与北疆之比为 3.0:1。',
    )
    expect(ratio([0n, 200n], [300n, 100n])).toBeUndefined()
  })

  test('is the highest ever only above every known year', () => {
    const total = (before: bigint[] | null, wan = 100n) =>
      says([facts({}, wan)], [facts({}, 60n)], { before: before?.map((sum) => sum * WAN) ?? null }).get(
        'opening.total',
      )
    const stem = '2024 年，兵团认定登记技术合同 1 项，成交额 100.00 万元'
    expect(total([90n])).toBe(`${stem}，创历史新高（2022 年以来）。`)
    expect(total([100n])).toBe(`${stem}，并列 2022 年以来第 1 位。`)
    expect(total([50n, 120n])).toBe(`${stem}，居 2021 年以来第 2 位。`)
    expect(total(null)).toBe(`${stem}。`)
  })

  test('of one unit is its own report', () => {
    const said = says([facts(), facts(north)], [facts()], { unit: 'D08' })
    expect(said.get('opening.total')).toBe('2024 年，八师认定登记技术合同 1 项，成交额 100.00 万元。')
    expect(said.get('types.leading')).toContain('（表 1、图 2）')
    expect([...said.keys()].some((id) => /^(units|areas|inflow)/.test(id))).toBe(false)
  })
})
