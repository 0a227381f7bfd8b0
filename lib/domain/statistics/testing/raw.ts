import type { DimensionName } from '../dimensions'
import type { Facts } from '../facts'
import { membersOf, memberWords } from '../members'
import { knownUnits, type Years } from './random-years'

export type Split = DimensionName | 'unit'

/** What is asked of the contracts themselves, without tables and measures. */
export class Raw {
  readonly over: boolean
  /** How the whole of last year is called. */
  readonly base: string
  /** How nothing is called. */
  readonly nothing: string

  constructor(readonly years: Years) {
    this.over = years.today >= `${years.year}-12-31`
    this.base = this.over ? '上年' : '上年全年'
    this.nothing = this.over ? '没有' : '尚无'
  }

  /** Last year's contracts by the same month, which stand for those to the same day; all of them once the year is over. */
  get sameDay(): Facts[] {
    const { earlier, today } = this.years
    return earlier.filter(({ month }) => this.over || month <= today.slice(5, 7))
  }

  members(split: Split): string[] {
    const { now, earlier } = this.years
    const met = [...now, ...earlier].map((facts) => facts[split])
    return [...new Set([...membersOf(split, knownUnits).map(({ code }) => code), ...met])]
  }

  /** The Chinese names of a split's members, with their codes. */
  names(split: Split): Map<string, string> {
    return new Map(this.members(split).map((code) => [memberWords(split, code, knownUnits).zh, code]))
  }

  turnover(test: (facts: Facts) => boolean = () => true): bigint {
    return this.years.now.reduce((sum, facts) => (test(facts) ? sum + facts.turnover : sum), 0n)
  }

  turnoverLast(test: (facts: Facts) => boolean = () => true): bigint {
    return this.years.earlier.reduce((sum, facts) => (test(facts) ? sum + facts.turnover : sum), 0n)
  }

  /** This year's turnover and last year's. */
  both(test: (facts: Facts) => boolean = () => true): [bigint, bigint] {
    return [this.turnover(test), this.turnoverLast(test)]
  }

  contracts(test: (facts: Facts) => boolean = () => true): bigint {
    return BigInt(this.years.now.filter(test).length)
  }

  /** The members whose value is greatest and above zero, out of some of them. */
  best(members: readonly string[], value: (member: string) => bigint): string[] {
    const most = members.reduce((top, member) => (value(member) > top ? value(member) : top), 0n)
    return most === 0n ? [] : members.filter((member) => value(member) === most)
  }
}
