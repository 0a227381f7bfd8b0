import { expect, test } from 'vitest'
import type { Facts } from '../facts'
import type { Years } from '../testing/random-years'
import { splitTables, told } from '../testing/told'

const WAN = 1_000_000n

const plain: Facts = {
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
  band: '05',
  property: '9',
  goal: '09',
  buyer: '1',
  province: '65',
  trade: '0',
  turnover: 0n,
  technology: 0n,
}

/** Turnover in 万元 by member. */
type Turnovers = Readonly<Record<string, number>>

/** One contract for each member of a split, otherwise alike. */
const by = (name: keyof Facts, turnovers: Turnovers): Facts[] =>
  Object.entries(turnovers).map(([member, wan]) => ({
    ...plain,
    [name]: member,
    turnover: BigInt(wan) * WAN,
  }))

function says(id: string, now: Facts[], earlier: Facts[] = [], more: Partial<Years> = {}) {
  const spec = splitTables.find((one) => one.id === id)
  if (!spec) throw new Error(`No table ${id}`)
  return told(spec, { year: 2024, today: '2025-02-01', now, earlier, elsewhere: [], ...more }).zh
}

test.each<[Turnovers, Turnovers, string]>([
  [{ north: 60, south: 40 }, {}, '北疆占 60.0%，为南疆的 1.5 倍'],
  [{ north: 60, south: 40 }, { north: 50, south: 50 }, '北疆占 60.0%，为南疆的 1.5 倍，差距比上年拉大'],
  [{ south: 60, north: 40 }, { north: 50, south: 50 }, '南疆占 60.0%，为北疆的 1.5 倍，差距比上年拉大'],
  [{ south: 60, north: 40 }, { north: 60, south: 40 }, '南疆占 60.0%，为北疆的 1.5 倍，上年北疆较高'],
  [{ north: 6, south: 4 }, { north: 60, south: 40 }, '北疆占 60.0%，为南疆的 1.5 倍，差距与上年相同'],
  [{ north: 60001, south: 40000 }, { north: 6, south: 4 }, '北疆占 60.0%，为南疆的 1.5 倍，差距比上年拉大'],
  [{ north: 50, south: 50 }, { north: 60, south: 40 }, '南北疆成交额相等，各占 50.0%，差距比上年缩小'],
  [{ north: 1041, south: 1000 }, { south: 1 }, '北疆占 51.0%，略高于南疆'],
  [{ north: 5 }, { north: 60, south: 40 }, '北疆占 100%'],
])('areas %o after %o: %s', (now, earlier, zh) => {
  expect(says('areas', by('area', now), by('area', earlier))).toBe(zh)
})

test.each<[Turnovers, Turnovers, string]>([
  [{ D01: 5, D02: 5, D03: 1 }, {}, '一师、二师并列首位，各占 45.5%；四师、五师、六师等 15 个单位没有登记'],
  [
    { D01: 9, D02: 5, D03: 1 },
    { D01: 9, D03: 5, D02: 1 },
    '一师居首，占 60.0%；二师由上年第 3 名升至第 2 名，升幅最大；四师、五师、六师等 15 个单位没有登记',
  ],
  [
    { U01: 9, D02: 5, D03: 1 },
    { D03: 5, D02: 1 },
    '石河子大学居首，占 60.0%；二师由上年第 2 名升至第 1 名，升幅最大；一师、四师、五师等 15 个单位没有登记',
  ],
])('units %o after %o: %s', (now, earlier, zh) => {
  expect(says('units', by('unit', now), by('unit', earlier))).toBe(zh)
})

test('no division rose that has nothing and only shares the last place with more of them', () => {
  const earlier = by('unit', { D01: 9, D02: 5 })
  expect(says('units', by('unit', { D01: 9 }), earlier)).toBe(
    '一师居首，占 100%；二师、三师、四师等 17 个单位没有登记',
  )
})

test.each<[Turnovers, Turnovers, string]>([
  [{ D01: 110 }, { D01: 100 }, '没有单位增长超过 10%'],
  [{ D01: 111, D02: 5 }, { D01: 100 }, '仅一师增长超过 10%，比上年增长 11.0%'],
  [
    { D01: 30, D02: 15, D03: 12 },
    { D01: 10, D02: 5, D03: 10 },
    '3 个单位增长超过 10%；一师、二师增幅最大，均为上年的 3.0 倍',
  ],
])('growing units %o after %o: %s', (now, earlier, zh) => {
  expect(says('growing-units', by('unit', now), by('unit', earlier))).toBe(zh)
})

const five = (...wan: number[]) =>
  by('type', Object.fromEntries(wan.map((one, index) => [String(index + 1), one])))

test.each([
  [[9, 8, 7, 6, 5], [8, 7, 6, 5, 4], '5 类均有增长'],
  [[9, 8, 7, 6, 5], [10, 9, 8, 7, 6], '5 类均有下降'],
  [[9, 8, 7, 6, 5], [8, 9, 6, 5, 4], '除技术转让外，其余 4 类均有增长'],
  [[9, 8, 7, 6, 5], [8, 9, 7, 5, 4], '除技术转让、技术许可外，其余 3 类均有增长'],
  [[9, 8, 7, 6, 5], [8, 9, 8, 6, 5], '技术开发有增长，技术转让、技术许可有下降'],
  [[9, 8, 7, 6, 5], [9, 8, 7, 6, 5], '5 类均与上年持平'],
  [[9, 8, 7, 6, 5], [8, 7, 6, 5, 0], '5 类均有增长'],
] as const)('types %j after %j: %s', (now, earlier, zh) => {
  expect(says('types', five(...now), five(...earlier))).toBe(`技术开发占比最高，为 25.7%；${zh}`)
})

test('types of a running year are told by what they have reached', () => {
  const running = { today: '2024-06-30' }
  const all = (...wan: number[]) => says('types', five(9, 8, 7, 6, 5), five(...wan), running).split('；')[1]
  expect(all(9, 9, 9, 9, 9)).toBeUndefined()
  expect(all(8, 9, 9, 9, 9)).toBe('技术开发已超过上年全年')
  expect(all(8, 7, 6, 9, 9)).toBe('除技术咨询、技术服务外，其余 3 类均已超过上年全年')
})

test.each<[Turnovers, Turnovers, string]>([
  [{ '01': 9, '02': 5 }, { '01': 3 }, '电子信息居首，占 64.3%；增幅也最大，为上年的 3.0 倍'],
  [
    { '01': 9, '02': 6 },
    { '01': 3, '02': 2 },
    '电子信息居首，占 60.0%；电子信息、航空航天增幅最大，均为上年的 3.0 倍',
  ],
  [{ '01': 9, '02': 5 }, { '01': 10 }, '电子信息居首，占 64.3%；航空航天有增长，电子信息有下降'],
  [{ '04': 9, '02': 9 }, {}, '航空航天、“生物、医药和医疗器械”并列首位，各占 50.0%'],
])('fields %o after %o: %s', (now, earlier, zh) => {
  expect(says('fields', by('field', now), by('field', earlier))).toBe(zh)
})

test.each<[Turnovers, number, string]>([
  [{ '1': 10 }, 0, '尚无各地登记的流入数据'],
  [{ '3': 10 }, 10, '流入 10.00 万元，与流出相等'],
  [{ '3': 10 }, 82, '流入 82.00 万元，为流出的 8.2 倍'],
  [{ '3': 100 }, 31, '流入 31.00 万元，流出为流入的 3.2 倍'],
  [{ '3': 100 }, 104, '流入 104.00 万元，略多于流出'],
  [{ '3': 104 }, 100, '流入 100.00 万元，略少于流出'],
  [{}, 5, '流入 5.00 万元，流出为零'],
])('inflow %o with %i: %s', (now, bought, zh) => {
  const elsewhere = bought === 0 ? [] : [{ contracts: 1n, turnover: BigInt(bought) * WAN, technology: 0n }]
  expect(says('inflow', by('flow', now), [], { elsewhere })).toBe(zh)
})

test('months to come are not without registrations, and neither is the one that runs', () => {
  const now = by('month', { '01': 3, '03': 3 })
  expect(says('months', now, [], { today: '2024-04-02' })).toBe(
    '1月、3月成交额并列最高，各占本年累计的 50.0%，2月没有登记',
  )
  expect(says('months', now)).toBe('1月、3月成交额并列最高，各占全年 50.0%，2月、4月、5月等 10 个月没有登记')
})

test('headlines without a last year, with one that cost nothing, and of contracts that cost nothing', () => {
  const now = by('type', { '1': 5 })
  expect(says('headline', now)).toBe('登记 1 项，成交额 5.00 万元，上年无登记')
  expect(says('headline', now, [plain])).toBe('登记 1 项，成交额 5.00 万元，上年成交额为零')
  expect(says('headline', [plain], now)).toBe('登记 1 项，成交额为零，比上年下降 100%')
  expect(says('headline', now, by('month', { '07': 5 }), { today: '2024-05-01' })).toBe(
    '已登记 1 项，成交额 5.00 万元，上年同期无登记',
  )
})
