import { expect } from 'vitest'
import type { Facts } from '../../statistics/facts'
import type { Raw } from '../../statistics/testing/raw'
import { fastestOf, pattern } from '../../statistics/testing/read-leaders'
import {
  bothOf,
  changes,
  placesOf,
  type Reading,
  readChange,
  readItems,
  readMoney,
  readMovement,
  readNames,
  readRatio,
  readShare,
  readWan,
  says,
  saysIf,
} from './read-numbers'
import { readYear } from './readings-of-units'
import type { Case } from './reported'

/** Figures behind those of the units, which a unit’s own report goes without. */
const figure = ({ unit }: Case, inCorps: number): string => `图 ${unit === null ? inCorps : inCorps - 1}`

const typeChange: Reading = (reader, raw) => {
  readMovement(reader, raw, 'type', '类合同')
  says(reader, '。')
}

const typeLeading: Reading = (reader, raw, one) => {
  const value = (type: string) => raw.turnover((facts) => facts.type === type)
  const [first = [], second = []] = placesOf(raw.members('type'), value)
  const [type = ''] = first
  const where = `（表 ${one.unit === null ? 2 : 1}、${figure(one, 3)}）`
  readNames(reader, raw, 'type', first)
  says(reader, first.length > 1 ? '合同成交额并列首位，均为' : '是技术交易最主要的方式，合同成交额')
  readWan(reader, value(type))
  says(reader, first.length > 1 ? '，各占' : '，占')
  readShare(reader, value(type), raw.turnover())
  says(reader, where)
  if (first.length > 1) return says(reader, '。')
  const [now, then] = bothOf(raw, 'type')(type)
  if (changes(raw, now, then)) {
    says(reader, '，')
    readChange(reader, raw, now, then)
  }
  if (second.length === 1) {
    says(reader, '；')
    readNames(reader, raw, 'type', second)
    says(reader, '次之，合同成交额')
    readWan(reader, value(second[0] ?? ''))
    says(reader, '，占')
    readShare(reader, value(second[0] ?? ''), raw.turnover())
    says(reader, '，两者合计占')
    readShare(reader, value(type) + value(second[0] ?? ''), raw.turnover())
  }
  says(reader, '。')
}

/** Members that grew, from more than nothing where growth is told. */
const grown = (raw: Raw, split: 'type' | 'field', from: bigint): string[] =>
  raw.members(split).filter((member) => {
    const [now, then] = bothOf(raw, split)(member)
    return now > then && then >= from
  })

const typeFastest: Reading = (reader, raw) => {
  const both = bothOf(raw, 'type')
  const added = (type: string) => both(type)[0] - both(type)[1]
  const quickest = fastestOf(raw, 'type', grown(raw, 'type', 1n))
  const [most = []] = placesOf(grown(raw, 'type', 0n), added)
  expect([raw.over, raw.turnoverLast() > 0n, most.length > 0]).toEqual([true, true, true])
  if (quickest.length > 0) {
    readNames(reader, raw, 'type', quickest)
    says(reader, '合同成交额增幅居首位，')
    if (quickest.length > 1) says(reader, '均')
    readChange(reader, raw, ...both(quickest[0] ?? ''))
    says(reader, '；')
  }
  if (saysIf(reader, '增量也最大，增加')) expect([quickest.length, most]).toEqual([1, quickest])
  else {
    readNames(reader, raw, 'type', most)
    says(reader, '合同成交额增量最大，')
    if (most.length > 1) says(reader, '均')
    says(reader, '增加')
  }
  readWan(reader, added(most[0] ?? ''))
  const whole = raw.turnover() - raw.turnoverLast()
  if (most.length === 1 && added(most[0] ?? '') <= whole) {
    says(reader, '，占全年成交额增量的')
    readShare(reader, added(most[0] ?? ''), whole)
  }
  says(reader, '。')
}

const isPublic = ({ plan }: Facts) => plan !== '9'
const isOutside = ({ plan }: Facts) => plan === '9'
const plans = [['财政计划项目', isPublic] as const, ['计划外项目', isOutside] as const]

const planChange: Reading = (reader, raw) => {
  const told = plans.filter(([, test]) => changes(raw, ...raw.both(test)))
  expect(raw.turnoverLast() > 0n && told.length > 0).toBe(true)
  told.forEach(([name, test], index) => {
    says(reader, `${index > 0 ? '，' : ''}${name}成交额`)
    readChange(reader, raw, ...raw.both(test))
  })
  says(reader, '。')
}

const planShares: Reading = (reader, raw, one) => {
  for (const [name, test] of plans) {
    says(reader, `${test === isPublic ? '各级' : '；'}${name}`)
    if (saysIf(reader, '没有登记技术合同')) {
      expect(raw.contracts(test)).toBe(0n)
      continue
    }
    says(reader, '共认定登记技术合同')
    readItems(reader, raw.contracts(test))
    says(reader, '，成交额')
    readWan(reader, raw.turnover(test))
    says(reader, '，占合同成交总额的')
    readShare(reader, raw.turnover(test), raw.turnover())
  }
  says(reader, `（${figure(one, 4)}）。`)
}

const planTrend: Reading = (reader, raw) => {
  if (saysIf(reader, '两者各占一半。')) return expect(raw.turnover(isPublic)).toBe(raw.turnover(isOutside))
  const [what] = reader.must(/(财政计划项目|计划外项目)占比过半/)
  const [test, other] = what === '计划外项目' ? [isOutside, '财政计划项目'] : [isPublic, '计划外项目']
  const [now, then] = raw.both(test)
  expect(2n * now > raw.turnover()).toBe(true)
  const order = now * raw.turnoverLast() - then * raw.turnover()
  if (saysIf(reader, '。')) return expect(!raw.over || raw.turnoverLast() === 0n).toBe(true)
  expect(raw.over && raw.turnoverLast() > 0n).toBe(true)
  if (saysIf(reader, '，与上年持平。')) return expect(order).toBe(0n)
  const [up] = reader.must(pattern(`，较上年有所(上升|下降)，${other}占比有所`))
  expect(up === '上升' ? order > 0n : order < 0n).toBe(true)
  says(reader, up === '上升' ? '下降。' : '上升。')
}

const flowShares: Reading = (reader, raw, one) => {
  says(reader, '从技术交易流向看，')
  readYear(reader, raw)
  const who = one.unit === null ? '兵团' : [...raw.names('unit')].find(([, code]) => code === one.unit)?.[0]
  says(reader, `${who}登记的技术合同`)
  for (const [goes, code] of [
    ['流向兵团', '1'],
    ['流向地方', '2'],
    ['流向疆外', '3'],
  ]) {
    const test = ({ flow }: Facts) => flow === code
    if (code !== '1') says(reader, '；')
    if (saysIf(reader, `没有${goes}的`)) {
      expect(raw.contracts(test)).toBe(0n)
      continue
    }
    says(reader, `${goes}的`)
    readItems(reader, raw.contracts(test))
    says(reader, '，成交额')
    readWan(reader, raw.turnover(test))
    says(reader, '，占总成交额的')
    readShare(reader, raw.turnover(test), raw.turnover())
  }
  says(reader, `（${figure(one, 5)}）。`)
}

const flowInside: Reading = (reader, raw) => {
  const inside = raw.turnover(({ flow }) => flow !== '3')
  says(reader, '疆内合计占')
  readShare(reader, inside, raw.turnover())
  const beyond = raw.turnover() - inside
  const claims = {
    '，科技成果全部在疆内转化。': beyond === 0n,
    '，科技成果全部向疆外辐射。': inside === 0n,
    '，疆内转化与向外辐射各半。': inside === beyond,
    '，科技成果转化以疆内转化为主，向外部转化辐射为辅。': inside > beyond && beyond > 0n,
    '，科技成果转化以向外部转化辐射为主。': inside < beyond && inside > 0n,
  }
  expect(Object.entries(claims).some(([claim, holds]) => saysIf(reader, claim) && holds)).toBe(true)
}

/** What the Corps buys: registered elsewhere, and registered here and bought by it. */
function bought(raw: Raw, what: 'contracts' | 'turnover' | 'technology'): bigint {
  const { elsewhere, now } = raw.years
  const here = now.filter(({ flow }) => flow === '1')
  const own = here.reduce((sum, facts) => sum + (what === 'contracts' ? 1n : facts[what]), 0n)
  return elsewhere.reduce((sum, one) => sum + one[what], own)
}

const inflow: Reading = (reader, raw) => {
  expect(raw.years.elsewhere.length).toBeGreaterThan(0)
  says(reader, `${raw.over ? '全年' : '年内'}流入兵团的技术合同`)
  readItems(reader, bought(raw, 'contracts'))
  says(reader, '，合同成交额')
  readMoney(reader, bought(raw, 'turnover'))
  says(reader, '，技术交易额')
  readMoney(reader, bought(raw, 'technology'))
  says(reader, '。')
}

const balance: Reading = (reader, raw) => {
  const [into, out] = [bought(raw, 'turnover'), raw.turnover()]
  if (saysIf(reader, '流入与流出的成交额相等。')) return expect(into).toBe(out)
  const [which] = reader.must(/以合同成交额计算的(流入流出比|流出流入比)为/)
  const [more, less] = which === '流入流出比' ? [into, out] : [out, into]
  expect(more > less && less > 0n).toBe(true)
  readRatio(reader, more, less)
  says(
    reader,
    which === '流入流出比'
      ? '，兵团技术交易呈现输入特性，技术需求大于内部供给。'
      : '，兵团技术交易呈现输出特性。',
  )
}

export const readingsOfParts: Readonly<Record<string, Reading>> = {
  'types.change': typeChange,
  'types.leading': typeLeading,
  'types.fastest': typeFastest,
  'plans.change': planChange,
  'plans.shares': planShares,
  'plans.trend': planTrend,
  'flows.shares': flowShares,
  'flows.inside': flowInside,
  'inflow.total': inflow,
  'inflow.balance': balance,
}
