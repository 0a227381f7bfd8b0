import { addDays, weekday } from '../time/dates'
import type { Words } from '../words'

/** What the centre can decide, in the order of the bars. */
export const outcomes = ['registered', 'returned', 'refused'] as const
export type Outcome = (typeof outcomes)[number]

/** A day that differs from the plain week, with its name. */
export interface NamedDay {
  day: string
  kind: 'off' | 'work'
  words: Words
}

/** `made`: a weekend day worked instead of a holiday. */
export type DayKind = 'working' | 'made' | 'weekend' | 'holiday'

export interface DecisionDay extends Record<Outcome, number> {
  day: string
  kind: DayKind
  /** Of a holiday or a day worked instead. */
  words: Words | null
}

/** So many days up to today, every one of them, with what was decided on it. */
export function decisionsByDay(
  today: string,
  days: number,
  decided: readonly { day: string; outcome: Outcome; contracts: number }[],
  special: readonly NamedDay[],
): DecisionDay[] {
  const byName = new Map(special.map((one) => [one.day, one]))
  return Array.from({ length: days }, (_, index) => {
    const day = addDays(today, index + 1 - days)
    const named = byName.get(day)
    const count = (outcome: Outcome) =>
      decided
        .filter((one) => one.day === day && one.outcome === outcome)
        .reduce((sum, { contracts }) => sum + contracts, 0)
    return {
      day,
      kind: kindOf(day, named),
      words: named?.words ?? null,
      registered: count('registered'),
      returned: count('returned'),
      refused: count('refused'),
    }
  })
}

function kindOf(day: string, named: NamedDay | undefined): DayKind {
  if (named) return named.kind === 'off' ? 'holiday' : 'made'
  return weekday(day) > 5 ? 'weekend' : 'working'
}

export const decidedOn = (day: Record<Outcome, number>): number =>
  outcomes.reduce((sum, outcome) => sum + day[outcome], 0)
