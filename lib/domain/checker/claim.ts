import type { Interval } from './interval'
import { around } from './interval'
import { type Of, unionKey } from './subject'

/** What is summed: contracts in 项, amounts in 万元; `target`: the turnover that was asked for. */
export type Base = 'contracts' | 'turnover' | 'technology' | 'target'

/** `mean`: turnover by contract. */
export type Measured = Base | 'mean'

interface About {
  /** Several members are meant together. */
  of: readonly Of[]
  year: number
}

interface Compared {
  since: number
  against?: readonly Of[]
}

/** What a number says. Years compared with are `since`; a share is of the whole in the same measure unless
 * `within` and `wholeBase` say otherwise. */
export type Meaning =
  /** `parts` of it follow after 其中. */
  | (About & { kind: 'amount'; base: Measured; parts?: readonly Claim[] })
  | (About & { kind: 'share'; base: Base; within: Of | 'increase'; wholeBase?: Base })
  | (About & { kind: 'points'; base: Base; within: Of; since: number })
  /** `against`: others of the same year instead of the year `since`; `yearly`: the mean growth of the years between. */
  | (About & Compared & { kind: 'growth' | 'increase'; base: Measured; yearly?: boolean })
  /** `grown`: 增长了 n 倍, otherwise 为 n 倍. */
  | (About & Compared & { kind: 'multiple'; base: Measured; grown: boolean })
  /** So many points above the growth of others, or above the part of the year that has gone by. */
  | (About & { kind: 'lead'; base: Base; against: readonly Of[] | 'elapsed' })
  | (About & { kind: 'ratio'; base: Measured; to: readonly Of[] })
  /** Place by amount, growth, increase or share; a negative place counts from the end. */
  | (About & {
      kind: 'rank'
      by: 'amount' | 'growth' | 'increase' | 'share' | 'completion'
      base: Measured
      place: number
    })
  /** Which members pass a mark; `open`: the list ends with 等. */
  | (About & {
      kind: 'list'
      by: 'amount' | 'growth' | 'share'
      base: Measured
      above: boolean
      open: boolean
      spans: Span[]
    })
  /** So many of so many, in per cent; the candidates stand before it in its sentence. */
  | { kind: 'rate'; counts: readonly Claim[] }
  /** 平均每家: so much for each of what is counted; the candidates as for a rate. */
  | { kind: 'per'; noun: string; counts: readonly Claim[] }
  /** A count or sum of something else; `parts` of it follow after 其中. */
  | { kind: 'other'; noun: string; parts?: readonly Claim[] }
  | { kind: 'label' }

export interface Span {
  start: number
  end: number
}

export interface Claim extends Span {
  block: number
  printed: string
  value: number
  /** Half a unit of the last printed place, in the unit of `value`. */
  half: number
  /** `over`: 超过, 以上, 余; `near`: 近, 约. */
  bound: 'exact' | 'over' | 'under' | 'near'
  meaning: Meaning
  cell?: { row: number; column: number }
}

/** A number that could be read but not understood. */
export interface Unread extends Span {
  block: number
  printed: string
}

export const intervalOf = (claim: Claim): Interval => around(claim.value, claim.half)

export const amountKey = (base: Measured, of: readonly Of[], year: number): string =>
  `${base}|${unionKey(of)}|${year}`

/** The same key for numbers that say the same thing; null for what cannot be said twice. */
export function keyOf({ meaning }: Pick<Claim, 'meaning'>): string | null {
  switch (meaning.kind) {
    case 'amount':
      return amountKey(meaning.base, meaning.of, meaning.year)
    case 'share':
    case 'growth':
    case 'increase': {
      const beside =
        meaning.kind === 'share'
          ? withinKey(meaning.within) + (meaning.wholeBase ?? '')
          : comparedKey(meaning)
      return `${meaning.kind}|${amountKey(meaning.base, meaning.of, meaning.year)}|${beside}`
    }
    case 'ratio':
      return `ratio|${amountKey(meaning.base, meaning.of, meaning.year)}|${unionKey(meaning.to)}`
    default:
      return null
  }
}

const comparedKey = (meaning: Compared & { yearly?: boolean }) =>
  `${meaning.since}${meaning.against ? `|${unionKey(meaning.against)}` : ''}${meaning.yearly ? '|yearly' : ''}`

const withinKey = (within: Of | 'increase') => (within === 'increase' ? within : unionKey([within]))
