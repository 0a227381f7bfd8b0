import type { Measured } from '../claim'
import { combined, divided, type Figures, type Reading } from '../figures'
import { times } from '../interval'
import type { Of } from '../subject'

export type By = 'amount' | 'growth' | 'increase' | 'share' | 'completion'

/** What members are ranked or listed by: an amount, its growth or share in per cent, or its increase. */
export function measureBy(figures: Figures, by: By, base: Measured, of: Of, year: number): Reading | null {
  if (by === 'increase') return figures.increase(base, [of], year)
  const now = figures.amount(base, [of], year)
  if (by === 'amount' || !now) return now
  const other = otherOf(figures, by, base, of, year)
  const quotient = other && divided(now, other)
  if (!quotient) return null
  const less = by === 'growth' ? { low: quotient.low - 1, high: quotient.high - 1 } : quotient
  return combined(times(less, 100), quotient.formula, [quotient])
}

function otherOf(figures: Figures, by: By, base: Measured, of: Of, year: number): Reading | null {
  switch (by) {
    case 'share':
      return figures.amount(base, [[]], year)
    case 'completion':
      return figures.amount('target', [of], year)
    default:
      return figures.amount(base, [of], year - 1)
  }
}
