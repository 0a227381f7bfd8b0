import { expect } from 'vitest'
import type { Raw, Split } from '../../statistics/testing/raw'
import { pattern } from '../../statistics/testing/read-leaders'
import {
  expectMoney,
  expectMultiple,
  expectShare,
  MONEY,
  PERCENT,
  type Reader,
  readAgainst,
  rounds,
} from '../../statistics/testing/reading'
import type { Case } from './reported'

/** A sentence of the report, read against the contracts themselves. */
export type Reading = (reader: Reader, raw: Raw, one: Case) => void

/** Plain words, as they stand. */
export const says = (reader: Reader, text: string) =>
  reader.must(pattern(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')))

export const saysIf = (reader: Reader, text: string): boolean =>
  reader.take(pattern(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))) !== null

/** So many contracts. */
export function readItems(reader: Reader, expected: bigint) {
  const [digits = ''] = reader.must(/ ?([\d,]+) 项/)
  expect(digits.replaceAll(',', ''), reader.text).toBe(expected.toString())
}

/** n ÷ d fen in 万元. */
export function readWan(reader: Reader, n: bigint, d = 1n) {
  const [said = ''] = reader.must(/ ?(不足 0\.01 万元|[\d,]+\.\d\d 万元)/)
  const honest = said.startsWith('不足')
    ? n > 0n && n < 5_000n * d
    : rounds(BigInt(said.replace(/\D/g, '')), n, 10_000n * d)
  expect(honest, `${said} for ${n} ÷ ${d}`).toBe(true)
}

export function readMoney(reader: Reader, fen: bigint) {
  expectMoney(reader.must(pattern(`(${MONEY})`))[0] ?? '', fen)
}

export function readShare(reader: Reader, part: bigint, whole: bigint) {
  expectShare(reader.must(pattern(` ?(${PERCENT})`))[0] ?? '', part, whole)
}

/** 5.5:1. */
export function readRatio(reader: Reader, n: bigint, d: bigint) {
  expectMultiple(reader.must(/ ?([\d,.]+):1/)[0] ?? '', n, d)
}

/** 比上年增长 8.9%, 为上年的 6.1 倍; while the year runs how much of the whole of last year is reached. */
export function readChange(reader: Reader, raw: Raw, now: bigint, then: bigint) {
  if (saysIf(reader, `${raw.base}为零`)) return void expect([now > 0n, then]).toEqual([true, 0n])
  const [reached] = reader.take(pattern(`已达上年全年的(${PERCENT})`)) ?? []
  if (!reached) return readAgainst(reader, raw.base, now, then)
  expect(!raw.over && now > 0n && now < then, reader.text).toBe(true)
  expectShare(reached, now, then)
}

/** Whether {@link readChange} has something to read. */
export const changes = (raw: Raw, now: bigint, then: bigint): boolean =>
  then > 0n ? raw.over || now > 0n : now > 0n

/** Names in full, in exactly this order. */
export function readNames(reader: Reader, raw: Raw, split: Split, expected: readonly string[]) {
  const { told, all } = reader.names(raw.names(split))
  expect([told, all], reader.text).toEqual([expected, expected.length])
}

/** Members of a split by their sum, the greatest first, equal ones together; none that is zero. */
export function placesOf(members: readonly string[], value: (member: string) => bigint): string[][] {
  const sums = [...new Set(members.map(value))].filter((sum) => sum > 0n)
  return sums.sort((a, b) => (a < b ? 1 : -1)).map((sum) => members.filter((one) => value(one) === sum))
}

/** This year's and last year's turnover of a member. */
export const bothOf = (raw: Raw, split: Split) => (member: string) =>
  raw.both((facts) => facts[split] === member)

/** Those that grew and those that fell, of a closed year. */
export function readMovement(reader: Reader, raw: Raw, split: Split, noun: string) {
  const members = raw.members(split)
  const both = bothOf(raw, split)
  const side = {
    增长: members.filter((member) => both(member)[0] > both(member)[1]),
    下降: members.filter((member) => both(member)[0] < both(member)[1]),
  }
  expect([raw.over, raw.turnoverLast() > 0n]).toEqual([true, true])
  const of = (word = '') => side[word as keyof typeof side]
  if (reader.text.endsWith('均与上年持平。')) {
    readNames(reader, raw, split, members)
    says(reader, '成交额均与上年持平')
    return void expect([...side.增长, ...side.下降]).toEqual([])
  }
  if (saysIf(reader, '除')) {
    const { told } = reader.names(raw.names(split))
    const [count, word] = reader.must(pattern(`外，其余 (\\d+) ${noun}成交额较上年均有(增长|下降)`))
    expect(told, reader.text).toEqual(members.filter((member) => !of(word).includes(member)))
    return void expect(Number(count)).toBe(of(word).length)
  }
  const told: string[] = []
  do {
    const names = reader.names(raw.names(split)).told
    const [all, word] = reader.must(/成交额较上年(均有)?(增长|下降)/)
    expect(names, reader.text).toEqual(of(word))
    if (all) expect(names).toEqual(members)
    told.push(word ?? '')
  } while (saysIf(reader, '，'))
  for (const word of ['增长', '下降']) expect(told.includes(word), reader.text).toBe(of(word).length > 0)
}
