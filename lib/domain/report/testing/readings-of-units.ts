import { expect } from 'vitest'
import type { Raw } from '../../statistics/testing/raw'
import { fastestOf } from '../../statistics/testing/read-leaders'
import type { Reader } from '../../statistics/testing/reading'
import {
  bothOf,
  placesOf,
  type Reading,
  readChange,
  readMovement,
  readNames,
  readRatio,
  readShare,
  readWan,
  says,
  saysIf,
} from './read-numbers'

const YI = 10n ** 10n

const of = (raw: Raw, unit: string) => raw.turnover((facts) => facts.unit === unit)
const unitPlaces = (raw: Raw) => placesOf(raw.members('unit'), (unit) => of(raw, unit))

/** 2024 年, or 年内 while it runs. */
export const readYear = (reader: Reader, raw: Raw) => says(reader, raw.over ? `${raw.years.year} 年` : '年内')

const leader: Reading = (reader, raw) => {
  const [first = [], ...next] = unitPlaces(raw)
  readYear(reader, raw)
  readNames(reader, raw, 'unit', first)
  const value = of(raw, first[0] ?? '')
  if (first.length > 1) {
    says(reader, '成交额并列首位，均为')
    readWan(reader, value)
    return says(reader, '。')
  }
  says(reader, '以成交额')
  readWan(reader, value)
  says(reader, '居首位')
  const second = next.slice(0, 2).flat()
  if (second.length > 0 && second.length <= 4) {
    second.forEach((unit, index) => {
      says(reader, index === 0 ? '，' : '、')
      says(reader, [...raw.names('unit')].find(([, code]) => code === unit)?.[0] ?? '')
      says(reader, '（')
      readWan(reader, of(raw, unit))
      says(reader, '）')
    })
    says(reader, '次之')
  }
  says(reader, '。')
}

const idle: Reading = (reader, raw) => {
  const without = raw.members('unit').filter((unit) => raw.contracts((facts) => facts.unit === unit) === 0n)
  if (saysIf(reader, '无“零登记”单位')) expect(without).toEqual([])
  else {
    says(reader, '“零登记”单位有：')
    readNames(reader, raw, 'unit', without)
  }
  says(reader, '（表 1）。')
}

const large: Reading = (reader, raw) => {
  const over = unitPlaces(raw)
    .flat()
    .filter((unit) => of(raw, unit) > YI)
  if (saysIf(reader, '没有成交额超过 1 亿元的单位。')) return expect(over).toEqual([])
  says(reader, '成交额超过 1 亿元的单位有')
  readNames(reader, raw, 'unit', over)
  says(reader, '。')
}

const quick = (raw: Raw): string[] =>
  raw.members('unit').filter((unit) => {
    const [now, then] = bothOf(raw, 'unit')(unit)
    return then > 0n && 10n * now > 11n * then
  })

const growing: Reading = (reader, raw) => {
  expect(raw.over).toBe(true)
  if (saysIf(reader, '没有单位的成交额较上年增长超过 10%。')) return expect(quick(raw)).toEqual([])
  says(reader, '成交额较上年增长超过 10% 的有：')
  readNames(reader, raw, 'unit', quick(raw))
  says(reader, '。')
}

const fastest: Reading = (reader, raw) => {
  expect(raw.over).toBe(true)
  const most = fastestOf(raw, 'unit', quick(raw))
  says(reader, '其中')
  readNames(reader, raw, 'unit', most)
  const [now, then] = bothOf(raw, 'unit')(most[0] ?? '')
  if (most.length > 1) {
    says(reader, '增长最快，均')
    readChange(reader, raw, now, then)
    return says(reader, '。')
  }
  says(reader, '增长最快，成交额增加')
  readWan(reader, now - then)
  says(reader, '，')
  readChange(reader, raw, now, then)
  const divisions = raw.members('unit').filter((code) => code.startsWith('D'))
  const rank = (side: 0 | 1, code: string) =>
    1 + divisions.filter((other) => bothOf(raw, 'unit')(other)[side] > bothOf(raw, 'unit')(code)[side]).length
  const [unit = ''] = most
  if (unit.startsWith('D') && rank(0, unit) < rank(1, unit)) {
    says(reader, `，由师成交额第 ${rank(1, unit)} 名升至第 ${rank(0, unit)} 名`)
  }
  says(reader, '。')
}

const fromNothing: Reading = (reader, raw) => {
  const both = bothOf(raw, 'unit')
  says(reader, '上年没有成交额、本年有成交额的有：')
  readNames(
    reader,
    raw,
    'unit',
    raw.members('unit').filter((unit) => both(unit)[1] === 0n && both(unit)[0] > 0n),
  )
  says(reader, '。')
}

const areaChange: Reading = (reader, raw) => {
  readMovement(reader, raw, 'area', '个区域')
  says(reader, '。')
}

const area = (raw: Raw, name: string) => bothOf(raw, 'area')(name)

const areaShares: Reading = (reader, raw) => {
  for (const [what, name] of [
    ['北疆各师、院校', 'north'],
    ['；南疆各师及塔里木大学', 'south'],
  ] as const) {
    const [turnover] = area(raw, name)
    says(reader, what)
    if (saysIf(reader, '没有成交额')) {
      expect(turnover).toBe(0n)
      continue
    }
    says(reader, '技术合同成交额')
    readWan(reader, turnover)
    says(reader, '，占成交总额的')
    readShare(reader, turnover, raw.turnover())
  }
  says(reader, '（图 2）。')
}

const areaRatio: Reading = (reader, raw) => {
  const [north, south] = [area(raw, 'north'), area(raw, 'south')]
  if (saysIf(reader, '南北疆成交额相等。')) return expect(north[0]).toBe(south[0])
  const [more] = reader.must(/(北疆与南疆|南疆与北疆)成交额之比为/)
  const [a, b] = more?.startsWith('北') ? [north, south] : [south, north]
  expect(a[0] > b[0] && b[0] > 0n).toBe(true)
  readRatio(reader, a[0], b[0])
  if (raw.over && north[1] > 0n && south[1] > 0n) readGap(reader, a, b)
  says(reader, '。')
}

/** How the ratio stood last year, the one that is ahead now first. */
function readGap(reader: Reader, a: [bigint, bigint], b: [bigint, bigint]) {
  if (saysIf(reader, '，上年两者相等')) return expect(a[1]).toBe(b[1])
  const swapped = reader.take(/，上年(?:北疆与南疆|南疆与北疆)之比为/)
  if (swapped) {
    expect(b[1] > a[1]).toBe(true)
    return readRatio(reader, b[1], a[1])
  }
  says(reader, '，上年为')
  readRatio(reader, a[1], b[1])
  const wider = a[0] * b[1] - a[1] * b[0]
  expect(a[1] > b[1]).toBe(true)
  if (saysIf(reader, '，差距与上年相同')) return expect(wider).toBe(0n)
  const [slight, word] = reader.must(/，差距(略有)?(拉大|缩小)/)
  expect(word === '拉大' ? wider > 0n : wider < 0n).toBe(true)
  const [now, then] = [...reader.text.matchAll(/([\d,.]+):1/g)].map(([, digits]) => digits)
  expect(Boolean(slight)).toBe(now === then)
}

export const readingsOfUnits: Readonly<Record<string, Reading>> = {
  'units.leader': leader,
  'units.idle': idle,
  'units.large': large,
  'units.growing': growing,
  'units.fastest': fastest,
  'units.from-nothing': fromNothing,
  'areas.change': areaChange,
  'areas.shares': areaShares,
  'areas.ratio': areaRatio,
}
