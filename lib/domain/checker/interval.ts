/** Where a figure lies, given how it is printed: between the two, both included. */
export interface Interval {
  low: number
  high: number
}

export const around = (value: number, half: number): Interval => ({ low: value - half, high: value + half })

export const middle = ({ low, high }: Interval): number => (low + high) / 2

/** Overlap, with a hair's breadth for binary fractions. */
export const meet = (a: Interval, b: Interval): boolean => {
  const hair = 1e-9 * Math.max(1, Math.abs(a.low), Math.abs(b.low))
  return a.low <= b.high + hair && b.low <= a.high + hair
}

export const plus = (a: Interval, b: Interval): Interval => ({ low: a.low + b.low, high: a.high + b.high })
export const minus = (a: Interval, b: Interval): Interval => ({ low: a.low - b.high, high: a.high - b.low })
export const times = (a: Interval, by: number): Interval =>
  by < 0 ? { low: a.high * by, high: a.low * by } : { low: a.low * by, high: a.high * by }

/** Null where the divisor may be zero or less: amounts and counts of a report are not negative. */
export function over(a: Interval, b: Interval): Interval | null {
  if (b.low <= 0) return null
  const ends = [a.low / b.low, a.low / b.high, a.high / b.low, a.high / b.high]
  return { low: Math.min(...ends), high: Math.max(...ends) }
}
