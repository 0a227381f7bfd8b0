import { addDays, type Calendar, isWorkingDay } from '../time/working-days'
import type { Words } from '../words'

/** How long a contract has been waiting, in working days after the day it began; the last age is open. */
export const ages = [
  { id: 'upTo2', most: 2, words: { zh: '0–2 天', en: '0–2' } },
  { id: 'upTo5', most: 5, words: { zh: '3–5 天', en: '3–5' } },
  { id: 'upTo10', most: 10, words: { zh: '6–10 天', en: '6–10' } },
  { id: 'upTo15', most: 15, words: { zh: '11–15 天', en: '11–15' } },
  { id: 'over15', most: null, words: { zh: '超过 15 天', en: 'over 15' } },
] as const satisfies readonly { id: string; most: number | null; words: Words }[]

export type AgeId = (typeof ages)[number]['id']

/** The days on which what is of an age now began to wait, both ends included; without a beginning for the last. */
export interface AgeSpan {
  age: AgeId
  from: string | null
  to: string
}

/** Each age as the days it reaches over, the latest first: days follow one another without a gap, so a list can ask for them. */
export function ageSpans(today: string, calendar: Calendar): AgeSpan[] {
  let to = today
  return ages.map(({ id, most }) => {
    const from = most === null ? null : firstOfAge(today, most, calendar)
    const span = { age: id, from, to }
    if (from !== null) to = addDays(from, -1)
    return span
  })
}

/** The earliest day that no more than so many working days lie behind. */
function firstOfAge(today: string, most: number, calendar: Calendar): string {
  let day = today
  for (let age = 0; ; day = addDays(day, -1)) {
    if (isWorkingDay(day, calendar)) age += 1
    if (age > most) return day
  }
}

/** How many began to wait on each day, put into ages; a day to come counts as today. */
export function countAges(
  waiting: readonly { since: string; contracts: number }[],
  spans: readonly AgeSpan[],
): Record<AgeId, number> {
  const counted = Object.fromEntries(ages.map(({ id }) => [id, 0])) as Record<AgeId, number>
  for (const { since, contracts } of waiting) counted[ageOfDay(since, spans)] += contracts
  return counted
}

const ageOfDay = (day: string, spans: readonly AgeSpan[]): AgeId =>
  spans.find(({ from }) => from === null || day >= from)?.age ?? 'over15'
