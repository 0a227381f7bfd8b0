import { units } from '../units'
import type { Words } from '../words'
import type { Param, Params } from './rule'

/** Instead of a registration number that is not the reader's to know. */
const ELSEWHERE: Words = { zh: '其他登记机构的合同', en: 'a contract of another office' }

/**
 * What a hit says, as an office may read it: that another office's contract agrees with its own, never which one it is.
 * Digits 9 and 10 of a registration number are its registration point.
 */
export function withoutOthersNumbers(params: Params, unit: string): Params {
  const point = units.find(({ code }) => code === unit)?.point
  const told = (value: Param): Param => {
    if (typeof value !== 'string') return value
    const others = [...value.matchAll(/\d{16}/g)].some(([number]) => number.slice(8, 10) !== point)
    return others ? ELSEWHERE : value
  }
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, told(value)]))
}
