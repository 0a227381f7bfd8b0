import { meet } from './interval'
import type { Ruled } from './judgement'

/**
 * Whether one number may be a slip of the other: close to it, its digits turned, one digit changed or dropped, or a unit
 * mistaken. What looks like nothing of the kind was more likely said of another thing than miswritten.
 * @param near how far apart two numbers may be that differ by no slip of the pen, as a factor
 */
export function alike(a: number, b: number, near: number): boolean {
  const [small, great] = [Math.min(Math.abs(a), Math.abs(b)), Math.max(Math.abs(a), Math.abs(b))]
  if (great - small < 1e-9 || great <= near * small) return true
  const power = Math.round(Math.log10(great / small))
  const scaled = small * 10 ** power
  if (power > 0 && meet({ low: 0.98 * great, high: 1.02 * great }, { low: scaled, high: scaled })) return true
  return slipped(digitsOf(a), digitsOf(b))
}

const digitsOf = (value: number): string =>
  String(Number(Math.abs(value).toPrecision(6)))
    .replace('.', '')
    .replace(/^0+|0+$/g, '')

/** Few digits are alike by chance. */
function slipped(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < 3) return turned(a, b)
  return turned(a, b) || oneOff(a, b)
}

const turned = (a: string, b: string) =>
  a.length === b.length && a.length > 1 && [...a].sort().join('') === [...b].sort().join('')

/** One digit changed, dropped or doubled. */
function oneOff(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (long.length - short.length > 1) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at += 1
  const rest = long.slice(at + 1)
  return rest === short.slice(short.length === long.length ? at + 1 : at)
}

/**
 * Whether a contradiction is one of the report, and not of how it was read. A cell of a table is of what its row and column
 * say; running text may have been understood amiss, and then the two numbers look like nothing of each other.
 */
export function credible({ rule, claim, holds, severity, value }: Ruled): boolean {
  if (holds || severity === 'remark' || claim.cell || value === undefined) return true
  const perCent = ['share', 'growth', 'points'].includes(claim.meaning.kind)
  if (perCent && Math.abs(claim.value - value) <= 3) return true
  if (claim.meaning.kind === 'share' && claim.meaning.wholeBase !== 'target' && value > 100.5) return false
  // Its digits are those that would have been printed.
  const step = 2 * claim.half
  const printed = step > 0 ? Math.round(value / step) * step : value
  return alike(claim.value, printed, rule === 'twice' ? 1.25 : 1.6)
}
