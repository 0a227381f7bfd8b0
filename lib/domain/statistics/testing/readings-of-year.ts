import { expect } from 'vitest'
import type { Facts } from '../facts'
import type { Raw } from './raw'
import { readMovements } from './read-changes'
import {
  fastestOf,
  ofSomething,
  pattern,
  type Reading,
  readFastest,
  readGrowth,
  readLeaders,
} from './read-leaders'
import {
  expectMoney,
  expectMultiple,
  expectNames,
  expectShare,
  MONEY,
  PERCENT,
  type Reader,
  readAgainst,
} from './reading'

const headline: Reading = (reader, raw) => {
  if (raw.contracts() === 0n) return void reader.must(pattern(`${raw.nothing}登记合同`))
  const [already, count] = reader.must(/(已?)登记 (\d+) 项，成交额/)
  expect([already, count]).toEqual([raw.over ? '' : '已', raw.contracts().toString()])
  if (!reader.take(/为零/)) expectMoney(reader.must(pattern(`(${MONEY})`))[0] ?? '', raw.turnover())
  else expect(raw.turnover()).toBe(0n)
  reader.must(/，/)
  const base = raw.over ? '上年' : '上年同期'
  const before = raw.sameDay
  const then = before.reduce((sum, facts) => sum + facts.turnover, 0n)
  if (reader.take(pattern(`${base}无登记`))) expect(before).toEqual([])
  else if (reader.take(pattern(`${base}成交额为零`))) expect([before.length > 0, then]).toEqual([true, 0n])
  else readAgainst(reader, base, raw.turnover(), then)
}

const months: Reading = (reader, raw) => {
  const idle = raw
    .members('month')
    .filter((month) => raw.over || month < raw.years.today.slice(5, 7))
    .filter((month) => raw.contracts((facts) => facts.month === month) === 0n)
  const of = raw.over ? '全年' : '本年累计的'
  readLeaders(reader, raw, 'month', [`成交额最高，占${of}`, `成交额并列最高，各占${of}`])
  if (idle.length > 0) {
    reader.must(/，/)
    expectNames(reader.names(raw.names('month')), idle)
    reader.must(/没有登记/)
  }
}

const units: Reading = (reader, raw) => {
  const best = readLeaders(reader, raw, 'unit', ['居首，占', '并列首位，各占'])
  const divisions = raw.members('unit').filter((code) => code.startsWith('D'))
  const rank = (of: (code: string) => bigint, code: string) =>
    divisions.filter((other) => of(other) > of(code)).length + 1
  const now = (code: string) => raw.turnover((facts) => facts.unit === code)
  const then = (code: string) => raw.turnoverLast((facts) => facts.unit === code)
  const rise = (code: string) => BigInt(rank(then, code) - rank(now, code))
  const most = raw.turnoverLast() === 0n ? [] : raw.best(divisions, rise)
  // A division without turnover that moved up, because others fell to nothing too, is no riser to speak of.
  const risen = most.every((code) => now(code) > 0n) ? most : []
  const path = (code: string) => pattern(`由上年第 ${rank(then, code)} 名升至第 ${rank(now, code)} 名`)
  const [one = ''] = risen
  if (risen.length === 1 && best.length === 1 && one === best[0]) {
    reader.must(/，/)
    reader.must(path(one))
  } else if (risen.length > 0) {
    reader.must(/；/)
    expectNames(reader.names(raw.names('unit')), risen)
    reader.must(risen.length === 1 ? path(one) : pattern(`名次均较上年上升 ${rise(one)} 位`))
    reader.must(/，升幅最大/)
  }
  const idle = raw.members('unit').filter((code) => raw.contracts(({ unit }) => unit === code) === 0n)
  reader.must(/；/)
  if (reader.take(/无“零登记”单位/)) return expect(idle).toEqual([])
  expectNames(reader.names(raw.names('unit')), idle)
  reader.must(pattern(`${raw.nothing}登记`))
}

const growingUnits: Reading = (reader, raw) => {
  const growing = raw.members('unit').filter((code) => {
    const [now, then] = raw.both(({ unit }) => unit === code)
    return then > 0n && 10n * now > 11n * then
  })
  const grew = `${raw.over ? '' : '比上年全年'}增长超过 10%`
  const [one = ''] = growing
  if (growing.length === 0) return void reader.must(pattern(`${raw.nothing}单位${grew}`))
  if (growing.length === 1) {
    reader.must(/仅/)
    expectNames(reader.names(raw.names('unit')), growing)
    reader.must(pattern(`${grew}，`))
    return readGrowth(reader, raw, 'unit', one)
  }
  reader.must(pattern(`${growing.length} 个单位${grew}；`))
  readFastest(reader, raw, 'unit', fastestOf(raw, 'unit', growing))
}

const areas: Reading = (reader, raw) => {
  const area = (name: string) => raw.turnover((facts) => facts.area === name)
  const areaLast = (name: string) => raw.turnoverLast((facts) => facts.area === name)
  const code: Record<string, string> = { 北疆: 'north', 南疆: 'south' }
  const [equal] = reader.take(pattern(`南北疆成交额相等，各占(${PERCENT})`)) ?? []
  if (equal) {
    expect(area('north')).toBe(area('south'))
    expectShare(equal, area('north'), raw.turnover())
  } else {
    const [name = '', part = ''] = reader.must(pattern(`(北疆|南疆)占(${PERCENT})`))
    const [more, less] = [area(code[name] ?? ''), area(name === '北疆' ? 'south' : 'north')]
    expect(more > less).toBe(true)
    expectShare(part, more, raw.turnover())
    const multiple = reader.take(/，为(北疆|南疆)的 ([\d,.]+) 倍/)
    const slightly = reader.take(/，略高于(北疆|南疆)/)
    if (multiple) {
      expect(multiple[0]).not.toBe(name)
      expectMultiple(multiple[1] ?? '', more, less)
      expect(multiple[1]).not.toBe('1.0')
    } else if (slightly) {
      expect(slightly[0]).not.toBe(name)
      expect(more > less && 20n * (more - less) < less).toBe(true)
    } else expect(less).toBe(0n)
  }
  readGap(reader, raw, [area('north'), area('south')], [areaLast('north'), areaLast('south')])
}

function readGap(reader: Reader, raw: Raw, now: [bigint, bigint], then: [bigint, bigint]) {
  const [north, south] = now
  const [northLast, southLast] = then
  if ([...now, ...then].includes(0n)) return
  const swapped = reader.take(pattern(`，${raw.base}(北疆|南疆)较高`))
  if (swapped) {
    expect(
      swapped[0] === '北疆' ? northLast > southLast && north < south : northLast < southLast && north > south,
    ).toBe(true)
    return
  }
  const size = (a: bigint, b: bigint) => (a > b ? [a, b] : [b, a]) as [bigint, bigint]
  const [more, less] = size(north, south)
  const [moreLast, lessLast] = size(northLast, southLast)
  const wider = more * lessLast - moreLast * less
  const said = reader.must(pattern(`，差距(与${raw.base}相同|比${raw.base}拉大|比${raw.base}缩小)`))[0] ?? ''
  expect(said.endsWith('相同') ? wider === 0n : said.endsWith('拉大') ? wider > 0n : wider < 0n).toBe(true)
}

const unitsSameDay: Reading = (reader, raw) => {
  const base = raw.over ? '上年' : '上年同期'
  const turnover = (list: readonly Facts[]) => list.reduce((sum, facts) => sum + facts.turnover, 0n)
  const of = (code: string) => (facts: Facts) => facts.unit === code
  const both = (code: string) => [raw.turnover(of(code)), turnover(raw.sameDay.filter(of(code)))] as const
  if (turnover(raw.sameDay) === 0n) return void reader.must(pattern(`${base}没有成交额`))
  reader.must(pattern(`较${base}，`))
  readMovements(reader, raw, { split: 'unit', noun: '个单位', both, base, sides: ['有增长', '有下降'] })
  const increase = (code: string) => both(code)[0] - both(code)[1]
  const most = raw.best(raw.members('unit'), increase)
  if (most.length === 0) return
  reader.must(/；/)
  expectNames(reader.names(raw.names('unit')), most)
  const [money = ''] = reader.must(pattern(`增量最大，${most.length === 1 ? '为' : '各为'}(${MONEY})`))
  expectMoney(money, increase(most[0] ?? ''))
}

export const readingsOfYear: Readonly<Record<string, Reading>> = {
  headline,
  'same-day': headline,
  months: ofSomething(months),
  units: ofSomething(units),
  'units-same-day': unitsSameDay,
  'growing-units': growingUnits,
  areas: ofSomething(areas),
}
