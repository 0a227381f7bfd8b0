import type { Words } from '../words'
import { type Claim, intervalOf } from './claim'
import type { Figures, Reading } from './figures'
import { type Interval, meet, middle } from './interval'
import type { ReadTable } from './reading/table'
import type { RuleName } from './rules'

/** What a rule says of a number: that it holds against others, or that it does not. */
export interface Judgement {
  claim: Claim
  /** The numbers it was held against. */
  operands: readonly Claim[]
  holds: boolean
  expected: string | null
  why: Words
  severity: 'error' | 'remark'
  sureness: number
  /** What the number would be, where it does not hold. */
  value?: number
  /** Tells nothing of which of the numbers is wrong. */
  weak?: boolean
  /** By what another of the numbers would have to be multiplied for this to hold, one or the other way round. */
  needs?: (claim: Claim) => Need[]
  /** What another of the numbers would have to be, where it is that one which is wrong. */
  solve?: (claim: Claim) => string | null
}

export interface Need {
  factor: number
  slack: number
}

/** What the rules are given. */
export interface Evidence {
  claims: readonly Claim[]
  figures: Figures
  tables: readonly ReadTable[]
  /** Numbers already found wrong, which judge nothing any more. */
  doubted: ReadonlySet<Claim>
  /** The part of the year that the report is of; null for a whole one. */
  period: string | null
}

export type Rule = (evidence: Evidence) => Iterable<Judgement>
export type Ruled = Judgement & { rule: RuleName }

export const holding = (claim: Claim, operands: readonly Claim[]): Judgement => ({
  claim,
  operands,
  holds: true,
  expected: null,
  why: { zh: '', en: '' },
  severity: 'error',
  sureness: 1,
})

/** A value as the number itself is printed: in its unit, with its decimals. */
export function inPrint(claim: Claim, value: number): string {
  const decimals = /\.(\d+)/.exec(claim.printed.replace(/[．]/g, '.'))?.[1]?.length ?? 0
  const money =
    'base' in claim.meaning &&
    ['amount', 'increase'].includes(claim.meaning.kind) &&
    claim.meaning.base !== 'contracts'
  const scale =
    money && /亿/.test(claim.printed)
      ? 1e4
      : money && /元/.test(claim.printed) && !/万/.test(claim.printed)
        ? 1e-4
        : 1
  const sized = /^[-−－]/.test(claim.printed) ? value : claim.value < 0 ? -value : value
  return (sized / scale).toFixed(
    Math.max(decimals, claim.cell && claim.half > 0 ? Math.min(6, decimalsOf(claim.half)) : 0),
  )
}

const decimalsOf = (half: number) => Math.max(0, Math.round(-Math.log10(2 * half)))

/**
 * Holds a number against what follows from the others, within the rounding of both.
 * A bound such as 超过 holds when it is true, and is remarked when it is far off.
 */
export function judge(claim: Claim, reading: Reading, unit: string, sureness = 0.95): Judgement {
  const operands = reading.claims
  const expected = inPrint(claim, middle(reading))
  const size = `${figure(middle(reading))}${unit}`
  if (agrees(claim, reading)) {
    if (!farOff(claim, reading)) return holding(claim, operands)
    const why = {
      zh: `所印属实，但相去较远：${reading.formula} = ${size}`,
      en: `True but far off: ${reading.formula} = ${size}`,
    }
    return { claim, operands, holds: false, expected, why, severity: 'remark', sureness: 0.8, weak: true }
  }
  const why = {
    zh: `${reading.formula} = ${size}，所印不符`,
    en: `${reading.formula} = ${size}, which is not what is printed`,
  }
  return {
    claim,
    operands,
    holds: false,
    expected,
    why,
    severity: 'error',
    sureness,
    value: middle(reading),
    needs: needsOf(claim, reading),
  }
}

export const figure = (value: number): string => String(Number(value.toFixed(Math.abs(value) >= 10 ? 2 : 3)))

function agrees(claim: Claim, reading: Interval): boolean {
  const { low, high } = intervalOf(claim)
  if (claim.bound === 'over') return reading.high >= claim.value - 1e-9
  if (claim.bound === 'under') return reading.low <= claim.value + 1e-9
  if (
    claim.bound === 'near' &&
    /^[^.．]*$/.test(claim.printed) &&
    Math.abs(middle(reading) - claim.value) <= 0.03 * claim.value
  )
    return true
  return meet({ low, high }, reading)
}

/** 过半 and 翻番 are turns of speech and may be left far behind. */
const farOff = ({ bound, value, printed }: Claim, reading: Interval): boolean =>
  (bound === 'over' &&
    value > 0 &&
    reading.low > (/番/.test(printed) ? 2 : /半/.test(printed) ? 1.6 : 1.25) * value) ||
  (bound === 'under' && reading.high < value / 1.5)

/** Quotients ask for a factor of their parts, differences for so much more or less. */
function needsOf(claim: Claim, reading: Interval): (other: Claim) => Need[] {
  const { kind } = claim.meaning
  const expected = middle(reading)
  const spread = claim.half + (reading.high - reading.low) / 2
  if (kind === 'increase' || kind === 'points') return byGap(claim.value - expected, spread)
  const base = kind === 'growth' ? 100 : claim.meaning.kind === 'multiple' && claim.meaning.grown ? 1 : 0
  const factor = (claim.value + base) / (expected + base)
  const slack = spread / Math.max(1e-9, Math.abs(expected + base))
  return () => [
    { factor, slack },
    { factor: 1 / factor, slack },
  ]
}

/** A number that stands in a sum or a difference has to change by the gap. */
export const byGap =
  (gap: number, spread: number) =>
  ({ value }: Claim): Need[] => {
    const by = (change: number): Need => ({
      factor: (value + change) / value,
      slack: spread / Math.abs(value),
    })
    return value === 0 ? [] : [by(gap), by(-gap)]
  }
