import { expect } from 'vitest'
import type { Facts } from '../../statistics/facts'
import type { Raw } from '../../statistics/testing/raw'
import { fastestOf } from '../../statistics/testing/read-leaders'
import type { Reader } from '../../statistics/testing/reading'
import {
  bothOf,
  placesOf,
  type Reading,
  readChange,
  readItems,
  readNames,
  readShare,
  readWan,
  says,
  saysIf,
} from './read-numbers'
import type { Case } from './reported'

const YI = 10n ** 10n
const WAN = 10n ** 6n

const figure = ({ unit }: Case, inCorps: number): string => `图 ${unit === null ? inCorps : inCorps - 1}`
const of =
  (...sellers: string[]) =>
  ({ seller }: Facts) =>
    sellers.includes(seller)

const enterprises: Reading = (reader, raw, one) => {
  says(reader, '按登记主体类型分类，企业')
  if (saysIf(reader, `没有登记合同（${figure(one, 6)}）。`)) {
    return void expect(raw.contracts(of('1', '2'))).toBe(0n)
  }
  says(reader, '共登记')
  readItems(reader, raw.contracts(of('1', '2')))
  says(reader, '合同，成交额')
  readWan(reader, raw.turnover(of('1', '2')))
  says(reader, '，占比')
  readShare(reader, raw.turnover(of('1', '2')), raw.turnover())
  says(reader, '，其中国企')
  readItems(reader, raw.contracts(of('1')))
  says(reader, '、私企')
  readItems(reader, raw.contracts(of('2')))
  says(reader, '；成交额分别为')
  readWan(reader, raw.turnover(of('1')))
  says(reader, '、')
  readWan(reader, raw.turnover(of('2')))
  says(reader, `（${figure(one, 6)}）。`)
}

/** Fen in hundredths of 万元, halves up. */
const steps = (fen: bigint): bigint => (fen + 5_000n) / 10_000n

const rounding: Reading = (reader, raw) => {
  const sum = steps(raw.turnover(of('1'))) + steps(raw.turnover(of('2')))
  expect(sum).not.toBe(steps(raw.turnover(of('1', '2'))))
  says(reader, '因四舍五入，国企、私企成交额之和为')
  readWan(reader, sum * 10_000n)
  says(reader, '。')
}

const role: Reading = (reader, raw) => {
  const parts = new Map([
    ['企业', raw.turnover(of('1', '2'))],
    ['科研机构', raw.turnover(of('3'))],
    ['高等院校', raw.turnover(of('4'))],
    ['其他', raw.turnover(of('5'))],
  ])
  const over = 2n * (parts.get('企业') ?? 0n) > raw.turnover()
  if (saysIf(reader, '企业成交额占比过半，技术创新和技术交易主体地位显著。')) return expect(over).toBe(true)
  const [first = []] = placesOf([...parts.keys()], (name) => parts.get(name) ?? 0n)
  expect(over).toBe(false)
  says(reader, `${first.join('、')}成交额占比${first.length > 1 ? '并列首位' : '最高'}。`)
}

const institutions: Reading = (reader, raw) => {
  const names = ['科研机构', '高等院校', '其他']
  const those = ['3', '4', '5'].filter((code) => raw.contracts(of(code)) > 0n)
  if (saysIf(reader, '没有企业以外的登记主体。')) return expect(those).toEqual([])
  says(reader, '企业以外，')
  those.forEach((code, index) => {
    says(reader, `${index > 0 ? '；' : ''}${names[Number(code) - 3]}登记`)
    readItems(reader, raw.contracts(of(code)))
    says(reader, '，成交额')
    readWan(reader, raw.turnover(of(code)))
    says(reader, '，占比')
    readShare(reader, raw.turnover(of(code)), raw.turnover())
  })
  says(reader, '。')
}

const fieldPlaces = (raw: Raw) =>
  placesOf(raw.members('field'), (field) => raw.turnover((facts) => facts.field === field))
const inField =
  (field = '') =>
  (facts: Facts) =>
    facts.field === field

const fieldLeader: Reading = (reader, raw, one) => {
  const [first = [], second = []] = fieldPlaces(raw)
  const value = raw.turnover(inField(first[0]))
  const [bars, parts] = [figure(one, 7), figure(one, 8)]
  readNames(reader, raw, 'field', first)
  if (first.length > 1) {
    says(reader, '领域成交额并列首位，均为')
    readWan(reader, value)
    says(reader, `（${bars}），各占总成交额的`)
    readShare(reader, value, raw.turnover())
    return says(reader, `（${parts}）。`)
  }
  says(reader, '领域技术合同项目数和成交额分别为')
  readItems(reader, raw.contracts(inField(first[0])))
  says(reader, '和')
  readWan(reader, value)
  says(reader, `（${bars}），成交额居各技术领域首位，占总成交额的`)
  readShare(reader, value, raw.turnover())
  says(reader, `（${parts}）`)
  if (second.length > 0) {
    says(reader, '，其次为')
    readNames(reader, raw, 'field', second)
    says(reader, second.length > 1 ? '，成交额均为' : '，成交额为')
    readWan(reader, raw.turnover(inField(second[0])))
    says(reader, second.length > 1 ? '，各占' : '，占')
    readShare(reader, raw.turnover(inField(second[0])), raw.turnover())
  }
  says(reader, '。')
}

const fieldFastest: Reading = (reader, raw) => {
  const growing = raw.members('field').filter((field) => {
    const [now, then] = bothOf(raw, 'field')(field)
    return then > 0n && now > then
  })
  const most = fastestOf(raw, 'field', growing)
  expect(raw.over).toBe(true)
  readNames(reader, raw, 'field', most)
  says(reader, `是增长最快的领域，成交额${most.length > 1 ? '均' : ''}`)
  readChange(reader, raw, ...bothOf(raw, 'field')(most[0] ?? ''))
  says(reader, '。')
}

const fieldLarge: Reading = (reader, raw) => {
  const [first = [], ...rest] = fieldPlaces(raw)
  const after = (first.length > 1 ? rest : rest.slice(1)).flat()
  const over = after.filter((field) => raw.turnover(inField(field)) > 6_000n * WAN)
  says(reader, '之后依次为')
  readNames(reader, raw, 'field', over)
  says(reader, `，成交额${over.length > 1 ? '均' : ''}在 6,000 万元以上。`)
}

const fieldSmall: Reading = (reader, raw) => {
  const those = raw.members('field').filter((field) => {
    const turnover = raw.turnover(inField(field))
    return turnover > 0n && 20n * turnover < raw.turnover()
  })
  readNames(reader, raw, 'field', those)
  says(reader, `领域成交额占比较小，${those.length > 1 ? '均' : ''}不足 5%。`)
}

/** 1 项，为技术开发合同，合同成交额 10,779.01 万元。 */
function readContracts(reader: Reader, raw: Raw, test: (facts: Facts) => boolean) {
  const found = raw.years.now.filter(test)
  readItems(reader, BigInt(found.length))
  if (found.length === 1) {
    says(reader, '，为')
    readNames(reader, raw, 'type', [found[0]?.type ?? ''])
    says(reader, '合同')
  }
  says(reader, '，合同成交额')
  readWan(reader, raw.turnover(test))
  says(reader, '。')
}

const bandLarge: Reading = (reader, raw) => {
  const isLarge = ({ turnover }: Facts) => turnover >= YI
  says(reader, raw.over ? '全年' : '年内')
  if (saysIf(reader, '没有认定登记 1 亿元及以上的大额技术合同。')) {
    return expect(raw.contracts(isLarge)).toBe(0n)
  }
  says(reader, '共认定登记 1 亿元及以上的大额技术合同')
  readContracts(reader, raw, isLarge)
}

const imports: Reading = (reader, raw) => {
  const isImport = ({ trade }: Facts) => trade === '1'
  if (saysIf(reader, '没有认定技术进口合同。')) return expect(raw.contracts(isImport)).toBe(0n)
  says(reader, '认定技术进口合同')
  readContracts(reader, raw, isImport)
}

const bandOrder: Reading = (reader, raw, one) => {
  const value = (band: string) => raw.turnover((facts) => facts.band === band)
  const places = placesOf(raw.members('band'), value).slice(0, 3)
  const begins = ['按单项合同成交额，成交额最大的区间为', '；其次为', '；再次为']
  places.forEach((bands, index) => {
    says(reader, begins[index] ?? '')
    readNames(reader, raw, 'band', bands)
    says(reader, bands.length > 1 ? '，均为' : '，为')
    readWan(reader, value(bands[0] ?? ''))
    says(reader, bands.length > 1 ? '，各占成交总额的' : '，占成交总额的')
    readShare(reader, value(bands[0] ?? ''), raw.turnover())
  })
  says(reader, `（表 ${one.unit === null ? 3 : 2}）。`)
}

export const readingsOfSizes: Readonly<Record<string, Reading>> = {
  'sellers.enterprises': enterprises,
  'sellers.rounding': rounding,
  'sellers.role': role,
  'sellers.institutions': institutions,
  'fields.leader': fieldLeader,
  'fields.fastest': fieldFastest,
  'fields.large': fieldLarge,
  'fields.small': fieldSmall,
  'bands.large': bandLarge,
  'trade.imports': imports,
  'bands.order': bandOrder,
}
