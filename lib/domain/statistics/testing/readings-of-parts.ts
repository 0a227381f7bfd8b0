import { expect } from 'vitest'
import type { Facts } from '../facts'
import type { Raw, Split } from './raw'
import { readChanges } from './read-changes'
import {
  fastestOf,
  ofSomething,
  pattern,
  type Reading,
  readBest,
  readFastest,
  readGrowth,
  readLeaders,
} from './read-leaders'
import { expectMoney, expectMultiple, expectShare, MONEY, PERCENT, type Reader, readAgainst } from './reading'

const RANK = ['居首，占', '并列首位，各占'] as const
const PART = ['占比最高，为', '占比并列最高，各为'] as const
const NEXT = ['，占', '，各占'] as const

/** Against the whole of last year: growth once the year is over, before that how much of it is reached. */
function readChange(reader: Reader, raw: Raw, [now, then]: readonly [bigint, bigint]) {
  if (then === 0n && now === 0n) return
  if (!raw.over && now === 0n) return
  reader.must(/，/)
  if (reader.take(pattern(`${raw.base}为零`))) return expect(then).toBe(0n)
  const [reached] = reader.take(pattern(`已达上年全年的(${PERCENT})`)) ?? []
  if (!reached) return readAgainst(reader, raw.base, now, then)
  expect(!raw.over && now < then).toBe(true)
  expectShare(reached, now, then)
}

const types: Reading = (reader, raw) => {
  readLeaders(reader, raw, 'type', PART)
  readChanges(reader, raw, 'type', '类')
}

const fields: Reading = (reader, raw) => {
  const best = readLeaders(reader, raw, 'field', RANK)
  const growing = raw.members('field').filter((code) => {
    const [now, then] = raw.both(({ field }) => field === code)
    return then > 0n && now > then
  })
  if (!raw.over || growing.length === 0) return readChanges(reader, raw, 'field', '个领域')
  const fastest = fastestOf(raw, 'field', growing)
  reader.must(/；/)
  if (!reader.take(/增幅也最大，/)) return readFastest(reader, raw, 'field', fastest)
  expect(fastest).toEqual(best)
  expect(best).toHaveLength(1)
  readGrowth(reader, raw, 'field', best[0] ?? '')
}

/** The largest part and the one after it, of parts that are given by name. */
function readLargestAndNext(
  reader: Reader,
  raw: Raw,
  parts: ReadonlyMap<string, (facts: Facts) => boolean>,
  told: readonly [string, string],
) {
  const known = new Map([...parts.keys()].map((name) => [name, name]))
  const value = (name: string) => raw.turnover(parts.get(name))
  const best = raw.best([...parts.keys()], value)
  readBest(reader, known, best, told, [value(best[0] ?? ''), raw.turnover()])
  const rest = [...parts.keys()].filter((name) => !best.includes(name))
  const next = best.length === 1 ? raw.best(rest, value) : []
  if (next.length === 0) return
  reader.must(/，其次为/)
  readBest(reader, known, next, NEXT, [value(next[0] ?? ''), raw.turnover()])
}

const largestAndNext =
  (split: Split, told: readonly [string, string]): Reading =>
  (reader, raw) =>
    readLargestAndNext(
      reader,
      raw,
      new Map([...raw.names(split)].map(([name, code]) => [name, (facts) => facts[split] === code])),
      told,
    )

const sellers: Reading = (reader, raw) => {
  const group =
    (...codes: string[]) =>
    (facts: Facts) =>
      codes.includes(facts.seller)
  const parts = new Map([
    ['企业', group('1', '2')],
    ['科研机构', group('3')],
    ['高等院校', group('4')],
    ['其他', group('5')],
  ])
  readLargestAndNext(reader, raw, parts, PART)
}

const plans: Reading = (reader, raw) => {
  const isPublic = ({ plan }: Facts) => ['1', '2', '3', '4'].includes(plan)
  const [part = ''] = reader.must(pattern(`财政计划项目占(${PERCENT})`))
  expectShare(part, raw.turnover(isPublic), raw.turnover())
  readChange(reader, raw, raw.both(isPublic))
}

const property: Reading = (reader, raw) => {
  const involved = ({ property: kind }: Facts) => kind !== '9'
  const [part = ''] = reader.must(pattern(`涉及知识产权的占(${PERCENT})`))
  expectShare(part, raw.turnover(involved), raw.turnover())
  if (raw.turnover(involved) === 0n) return
  reader.must(/，其中/)
  const kinds = raw.members('property').filter((code) => code !== '9')
  readLeaders(reader, raw, 'property', ['最多，占全部的', '最多，各占全部的'], kinds)
}

const technology: Reading = (reader, raw) => {
  const sum = (list: readonly Facts[]) => list.reduce((total, facts) => total + facts.technology, 0n)
  const [now, then] = [sum(raw.years.now), sum(raw.years.earlier)]
  if (reader.take(/技术交易额为零/)) expect(now).toBe(0n)
  else {
    const [money = '', part = ''] = reader.must(pattern(`技术交易额(${MONEY})，占成交额(${PERCENT})`))
    expectMoney(money, now)
    expectShare(part, now, raw.turnover())
  }
  readChange(reader, raw, [now, then])
}

const flows: Reading = (reader, raw) => {
  readLeaders(reader, raw, 'flow', ['的最多，占', '的并列最多，各占'])
  const [part = ''] = reader.must(pattern(`，疆内合计占(${PERCENT})`))
  expectShare(
    part,
    raw.turnover(({ flow }) => flow !== '3'),
    raw.turnover(),
  )
}

const inflow: Reading = (reader, raw) => {
  const { elsewhere } = raw.years
  if (reader.take(/尚无各地登记的流入数据/)) return expect(elsewhere).toEqual([])
  expect(elsewhere).not.toEqual([])
  const bought = elsewhere.reduce((sum, { turnover }) => sum + turnover, 0n)
  const [into, out] = [bought + raw.turnover(({ flow }) => flow === '1'), raw.turnover()]
  if (reader.take(/流入为零/)) expect(into).toBe(0n)
  else expectMoney(reader.must(pattern(`流入(${MONEY})`))[0] ?? '', into)
  reader.must(/，/)
  const [more] = reader.take(/为流出的 ([\d,.]+) 倍/) ?? []
  const [less] = reader.take(/流出为流入的 ([\d,.]+) 倍/) ?? []
  const [alone] = reader.take(pattern(`流出(${MONEY})`)) ?? []
  if (more) expectMultiple(more, into, out)
  else if (less) expectMultiple(less, out, into)
  else if (alone) {
    expect(into).toBe(0n)
    expectMoney(alone, out)
  } else if (reader.take(/与流出相等/)) expect(into).toBe(out)
  else if (reader.take(/流出为零/)) expect([out, into > 0n]).toEqual([0n, true])
  else {
    const [side] = reader.must(/略(多|少)于流出/)
    expect(side === '多' ? into > out && 20n * into < 21n * out : out > into && 20n * out < 21n * into).toBe(
      true,
    )
  }
  expect(more === '1.0' || less === '1.0' || (more !== undefined && into < out)).toBe(false)
}

const bands: Reading = (reader, raw) => {
  readLeaders(reader, raw, 'band', ['的成交额最高，占', '的成交额最高，各占'])
  reader.must(/；/)
  const value = (code: string) => raw.contracts(({ band }) => band === code)
  const best = raw.best(raw.members('band'), value)
  const told = ['的项数最多，占', '的项数最多，各占'] as const
  readBest(reader, raw.names('band'), best, told, [value(best[0] ?? ''), raw.contracts()])
}

const trade: Reading = (reader, raw) => {
  const traded = (code: string) => (facts: Facts) => facts.trade === code
  const count = (code: string) => raw.contracts(traded(code))
  if (reader.take(pattern(`${raw.nothing}技术进出口`)))
    return expect([count('1'), count('2')]).toEqual([0n, 0n])
  for (const [code, name] of [
    ['1', '技术进口'],
    ['2', '技术出口'],
  ] as const) {
    if (code === '2') reader.must(/，/)
    if (reader.take(pattern(`${raw.nothing}${name}`))) expect(count(code)).toBe(0n)
    else {
      const [items, money = ''] = reader.must(pattern(`${name} (\\d+) 项、(${MONEY})`))
      expect(items).toBe(count(code).toString())
      expectMoney(money, raw.turnover(traded(code)))
    }
  }
}

export const readingsOfParts: Readonly<Record<string, Reading>> = {
  types: ofSomething(types),
  subtypes: ofSomething(largestAndNext('subtype', PART)),
  technology,
  property: ofSomething(property),
  plans: ofSomething(plans),
  flows: ofSomething(flows),
  inflow,
  provinces: ofSomething(largestAndNext('province', RANK)),
  sellers: ofSomething(sellers),
  buyers: ofSomething(largestAndNext('buyer', PART)),
  fields: ofSomething(fields),
  goals: ofSomething(largestAndNext('goal', PART)),
  bands: ofSomething(bands),
  trade,
}
