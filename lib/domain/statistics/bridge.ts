import type { Words } from '../words'
import { addSums, noSums, type Sums } from './book'

/** Why a figure moved: the act that posted the lines. */
export const causes = {
  registered: { zh: '补登记', en: 'Registered since' },
  corrected: { zh: '更正', en: 'Corrected' },
  changed: { zh: '变更', en: 'Changed' },
  cancelled: { zh: '注销', en: 'Cancelled' },
  revoked: { zh: '撤销', en: 'Revoked' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Words>

export type Cause = keyof typeof causes
export const causeNames = Object.keys(causes) as [Cause, ...Cause[]]

/** The act of a contract's history that each cause is; whatever else ever posts is `other`, so that nothing is lost. */
export const actOf: Readonly<Record<Exclude<Cause, 'other'>, string>> = {
  registered: 'approve',
  corrected: 'correct',
  changed: 'change',
  cancelled: 'cancel',
  revoked: 'revoke',
}

export const causeOf = (action: string): Cause =>
  causeNames.find((cause) => cause !== 'other' && actOf[cause] === action) ?? 'other'

/** What acts of a kind posted, lines taken out subtracted; money in fen. */
export interface Moved {
  action: string
  acts: bigint
  change: Sums
}

export interface BridgePart {
  cause: Cause
  acts: bigint
  change: Sums
}

export interface Bridge {
  opening: Sums
  /** In a fixed order; the five causes always, `other` only where it is met. */
  parts: readonly BridgePart[]
  change: Sums
  closing: Sums
}

/**
 * From one moment to another: the opening figure, what each cause added or took away, and the closing figure, which is
 * their exact sum. A contract acted on several times is in the parts of all its acts.
 */
export function bridge(opening: Sums, moved: readonly Moved[]): Bridge {
  const parts = causeNames
    .map((cause) => {
      const own = moved.filter(({ action }) => causeOf(action) === cause)
      return {
        cause,
        acts: own.reduce((sum, { acts }) => sum + acts, 0n),
        change: own.map(({ change }) => change).reduce(addSums, noSums),
      }
    })
    .filter(({ cause, acts }) => cause !== 'other' || acts > 0n)
  const change = parts.map((part) => part.change).reduce(addSums, noSums)
  return { opening, parts, change, closing: addSums(opening, change) }
}

/** One act on a contract: what it counted before and after. Money in fen. */
export interface BridgeLine {
  posting: number
  id: string
  number: string
  name: string
  unit: string
  at: Date
  /** Null where it did not count. */
  before: Amounts | null
  after: Amounts | null
}

export type Amounts = Pick<Sums, 'turnover' | 'technology'>
