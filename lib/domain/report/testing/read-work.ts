import { expect } from 'vitest'
import { knownUnits } from '../../statistics/testing/random-years'
import { pattern } from '../../statistics/testing/read-leaders'
import type { Reader } from '../../statistics/testing/reading'
import { firstInstitutions } from '../../work-records/institutions'
import type { CountedOf, WorkKindName } from '../../work-records/kinds'
import { says } from './read-numbers'
import type { Case } from './reported'

/** The day the registers are told of. */
export const dayOf = ({ year, today }: Case): string => (today < `${year}-12-31` ? today : `${year}-12-31`)

export const of = <K extends WorkKindName>({ work = [] }: Case, kind: K): CountedOf<K>[] =>
  work.filter((record): record is CountedOf<K> => record.kind === kind)

export const within = (one: Case, day: string | undefined): boolean =>
  day?.slice(0, 4) === `${one.year}` && day <= dayOf(one)

export const spoken = (one: Case): string => (one.today >= `${one.year}-12-31` ? '全年' : '年内')

export const whoOf = ({ unit }: Case): string =>
  knownUnits.find(({ code }) => code === unit)?.words.zh ?? '兵团'

export function readCount(reader: Reader, expected: number, after: string) {
  const [digits = ''] = reader.must(pattern(` ?([\\d,]+) ${after}`))
  expect(Number(digits.replaceAll(',', '')), reader.text).toBe(expected)
}

/** A number that some record calls a lower bound is told as one, any other is not. */
export function readFloored(reader: Reader, expected: number, isFloor: boolean, after: string) {
  const [digits = '', more] = reader.must(pattern(` ?([\\d,]+) (余)?${after}`))
  expect(Number(digits.replaceAll(',', '')), reader.text).toBe(expected)
  expect(more === '余', reader.text).toBe(isFloor)
}

export function readRate(reader: Reader, part: number, all: number) {
  const [digits = ''] = reader.must(/ ?([\d.]+)%/)
  const decimals = digits.split('.')[1]?.length ?? 0
  expect(digits, reader.text).toBe(((100 * part) / all).toFixed(decimals))
  expect(decimals === 0 ? (100 * part) % all : 1).toBe(decimals === 0 ? 0 : 1)
}

/** 甲、乙: exactly these, in this order. */
export function readList(reader: Reader, expected: readonly string[]) {
  says(reader, expected.join('、'))
}

export const inForce = (one: Case, from: string | undefined, until: string | undefined) =>
  from !== undefined && from <= dayOf(one) && !(until !== undefined && until <= dayOf(one))

/** Who was on the list of institutions on the day that is told of. */
export const onTheList = (one: Case) =>
  (one.institutions ?? firstInstitutions).filter(({ since, until }) => {
    const day = dayOf(one)
    return !(since > day) && !(until !== null && until <= day)
  })
