import { describe, expect, test } from 'vitest'
import { published } from '../testing/published-years'
import type { Years } from '../testing/random-years'
import { lists, splitTables, told, toldOfList } from '../testing/told'

function says(id: string, years: Years) {
  const spec = splitTables.find((one) => one.id === id)
  if (spec) return told(spec, years)
  const list = lists.find((one) => one.id === id)
  if (!list) throw new Error(`No table ${id}`)
  return toldOfList(list, years)
}

/** 2024 up to the end of May, told on the first of June. */
const running: Years = {
  ...published,
  today: '2024-06-01',
  now: published.now.filter(({ month }) => month < '06'),
  elsewhere: [],
}
const empty: Years = { ...published, now: [], elsewhere: [] }

describe('2024, as a person would write it', () => {
  test.each([
    [
      'headline',
      '登记 777 项，成交额 8.14 亿元，比上年增长 32.5%',
      '777 contracts registered, turnover 814 million yuan, up 32.5% on last year',
    ],
    ['months', '9月成交额最高，占全年 21.0%', 'September has the highest turnover, 21.0% of the year'],
    [
      'units',
      '十二师居首，占 15.9%，由上年第 8 名升至第 1 名；无“零登记”单位',
      '12th Division in first place with 15.9%, up from rank 8 last year to rank 1; no unit without a registration',
    ],
    [
      'growing-units',
      '11 个单位增长超过 10%；十二师增幅最大，为上年的 6.1 倍',
      '11 units grew by more than 10% on last year; 12th Division grew most, 6.1 times last year',
    ],
    [
      'areas',
      '北疆占 84.7%，为南疆的 5.5 倍，差距比上年拉大',
      'North has 84.7%, 5.5 times South, a wider gap than last year',
    ],
    [
      'types',
      '技术开发占比最高，为 50.0%；除技术转让外，其余 4 类均有增长',
      'Largest share: Technology development with 50.0%; all but Technology transfer grew (4 types)',
    ],
    [
      'subtypes',
      '一般技术服务占比最高，为 30.8%，其次为委托开发，占 30.4%',
      'Largest share: General technical service with 30.8%, then Commissioned development with 30.4%',
    ],
    [
      'technology',
      '技术交易额 7.27 亿元，占成交额 89.3%，比上年增长 36.2%',
      'Technology turnover 727 million yuan, 89.3% of turnover, up 36.2% on last year',
    ],
    [
      'property',
      '涉及知识产权的占 63.8%，其中发明专利最多，占全部的 26.2%',
      '63.8% involves intellectual property, the largest part Invention patent with 26.2% of all',
    ],
    [
      'plans',
      '财政计划项目占 60.0%，比上年增长 49.2%',
      'Publicly funded plans have 60.0%, up 49.2% on last year',
    ],
    [
      'flows',
      '流向兵团的最多，占 51.7%，疆内合计占 88.8%',
      'The largest part goes to the Corps, 51.7%, 88.8% within Xinjiang together',
    ],
    ['inflow', '流入 67.04 亿元，为流出的 8.2 倍', 'Inflow 6,704 million yuan, 8.2 times outflow'],
    [
      'provinces',
      '新疆维吾尔自治区居首，占 88.8%，其次为广东省，占 2.8%',
      'Xinjiang in first place with 88.8%, then Guangdong with 2.8%',
    ],
    [
      'sellers',
      '企业占比最高，为 69.9%，其次为高等院校，占 13.6%',
      'Largest share: Enterprises with 69.9%, then Universities with 13.6%',
    ],
    [
      'buyers',
      '企业占比最高，为 62.6%，其次为机关，占 20.6%',
      'Largest share: Enterprises with 62.6%, then Government bodies with 20.6%',
    ],
    [
      'fields',
      '农业居首，占 28.8%；新材料及其应用增幅最大，为上年的 4.8 倍',
      'Agriculture in first place with 28.8%; New materials and their applications grew most, 4.8 times last year',
    ],
    [
      'goals',
      '农林牧渔业发展占比最高，为 28.8%，其次为工商业发展，占 24.5%',
      'Largest share: “Agriculture, forestry, husbandry and fishery” with 28.8%, then Industry and commerce with 24.5%',
    ],
    [
      'bands',
      '500-1000万元的成交额最高，占 19.7%；20-50万元的项数最多，占 30.2%',
      '500–1000 × 10,000 yuan has the highest turnover, 19.7%; 20–50 × 10,000 yuan has the most contracts, 30.2%',
    ],
    [
      'trade',
      '技术进口 1 项、2,052.00 万元，没有技术出口',
      'Technology import: 1 contract, 20,520,000 yuan, no technology export',
    ],
    [
      'largest',
      '最大一项 1.08 亿元，占全年 13.2%，前 10 项合计占 31.0%',
      'The largest contract 108 million yuan, 13.2% of the year, the first 10 together 31.0%',
    ],
    [
      'imports',
      '技术进口 1 项、2,052.00 万元，占全年 2.5%',
      'Technology import: 1 contract, 20,520,000 yuan, 2.5% of the year',
    ],
    [
      'same-day',
      '登记 777 项，成交额 8.14 亿元，比上年增长 32.5%',
      '777 contracts registered, turnover 814 million yuan, up 32.5% on last year',
    ],
    [
      'units-same-day',
      '较上年，除四师、新疆农垦科学院外，其余 16 个单位均有增长；十二师增量最大，为 1.08 亿元',
      'Against last year, all but 4th Division and Xinjiang Academy of Agricultural and Reclamation Science grew (16 units); greatest increase: 12th Division with 108 million yuan',
    ],
  ])('%s: %s', (id, zh, en) => expect(says(id, published)).toEqual({ zh, en }))

  test('leaves no table out', () => {
    for (const { id } of [...splitTables, ...lists]) expect(says(id, published).zh, id).not.toBe('')
  })
})

describe('2024 while it ran: against last year to the same day, or against the whole of it and said so', () => {
  test.each([
    [
      'headline',
      '已登记 148 项，成交额 1.28 亿元，比上年同期下降 8.3%',
      '148 contracts registered, turnover 128 million yuan, down 8.3% on the same time last year',
    ],
    [
      'months',
      '3月成交额最高，占本年累计的 29.4%',
      'March has the highest turnover, 29.4% of the year so far',
    ],
    [
      'units',
      '六师居首，占 20.3%；二师、三师名次均较上年上升 4 位，升幅最大；无“零登记”单位',
      '6th Division in first place with 20.3%; 2nd Division and 3rd Division rose most, by 4 ranks each; no unit without a registration',
    ],
    [
      'growing-units',
      '尚无单位比上年全年增长超过 10%',
      'So far no unit grew by more than 10% on last year as a whole',
    ],
    [
      'areas',
      '北疆占 81.0%，为南疆的 4.3 倍，差距比上年全年缩小',
      'North has 81.0%, 4.3 times South, a narrower gap than last year as a whole',
    ],
    [
      'types',
      '技术开发占比最高，为 39.6%；技术许可已超过上年全年',
      'Largest share: Technology development with 39.6%; Technology licence passed last year as a whole',
    ],
    [
      'technology',
      '技术交易额 1.16 亿元，占成交额 91.1%，已达上年全年的 21.8%',
      'Technology turnover 116 million yuan, 91.1% of turnover, 21.8% of last year as a whole',
    ],
    [
      'plans',
      '财政计划项目占 39.6%，已达上年全年的 15.5%',
      'Publicly funded plans have 39.6%, 15.5% of last year as a whole',
    ],
    ['inflow', '尚无各地登记的流入数据', 'No data yet on inflow registered elsewhere'],
    ['fields', '电子信息居首，占 34.7%', 'Electronic information in first place with 34.7%'],
    [
      'trade',
      '技术进口 1 项、2,052.00 万元，尚无技术出口',
      'Technology import: 1 contract, 20,520,000 yuan, so far no technology export',
    ],
    [
      'largest',
      '最大一项 2,052.00 万元，占本年累计的 16.1%，前 10 项合计占 50.9%',
      'The largest contract 20,520,000 yuan, 16.1% of the year so far, the first 10 together 50.9%',
    ],
    [
      'units-same-day',
      '较上年同期，8 个单位有增长，10 个单位有下降；六师增量最大，为 1,611.47 万元',
      'Against the same time last year, 8 units grew, 10 units fell; greatest increase: 6th Division with 16,114,700 yuan',
    ],
  ])('%s: %s', (id, zh, en) => expect(says(id, running)).toEqual({ zh, en }))
})

describe('a year without contracts', () => {
  test.each([
    ['headline', '没有登记合同', '尚无登记合同'],
    ['months', '没有登记合同', '尚无登记合同'],
    ['units', '没有登记合同', '尚无登记合同'],
    ['growing-units', '没有单位增长超过 10%', '尚无单位比上年全年增长超过 10%'],
    ['units-same-day', '较上年，18 个单位均有下降', '较上年同期，11 个单位有下降'],
    ['types', '没有登记合同', '尚无登记合同'],
    ['technology', '技术交易额为零，比上年下降 100%', '技术交易额为零'],
    ['inflow', '尚无各地登记的流入数据', '尚无各地登记的流入数据'],
    ['trade', '没有技术进出口', '尚无技术进出口'],
    ['largest', '没有登记合同', '尚无登记合同'],
    ['imports', '没有技术进口', '尚无技术进口'],
  ])('%s: %s; while it runs %s', (id, over, yet) => {
    expect(says(id, empty).zh).toBe(over)
    expect(says(id, { ...empty, today: '2024-02-01' }).zh).toBe(yet)
  })
})
