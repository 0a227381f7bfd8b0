import type { Words } from '../words'
import type { Span } from './claim'
import type { RuleName } from './rules'

/** A number that does not agree with the rest of the report, or with the register. */
export interface Finding extends Span {
  block: number
  cell?: { row: number; column: number }
  printed: string
  /** The figure that would agree; null where the report does not say which. */
  expected: string | null
  why: Words
  /** `remark`: true but loose, or a matter of rounding alone. */
  severity: 'error' | 'remark'
  /** 0 to 1: how certain it is that something is wrong. */
  sureness: number
  rule: RuleName
}

/** What would agree, with the unit that is printed; null where that is not known. */
export function expectedText({ printed, expected }: Pick<Finding, 'printed' | 'expected'>): string | null {
  const [, unit] = /^[-\d.,，]+(%|％|项|份|万元|亿元|元|个百分点|倍)$/.exec(printed.trim()) ?? []
  return expected !== null && unit && /^[-\d.]+$/.test(expected) ? expected + unit : expected
}
