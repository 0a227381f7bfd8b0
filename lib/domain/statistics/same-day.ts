import { addDays, isDate, weekday, yearOf } from '../time/dates'

/** Days as ISO texts of Asia/Shanghai, both ends counted. */
export interface Days {
  from: string
  to: string
}

const lastDayOf = (year: number): string => `${year}-12-31`

/** Whether a statistical year is complete on a day: from its last day on. */
export const yearIsOver = (year: number, today: string): boolean => today >= lastDayOf(year)

/** The same day of another year; 29 February becomes the 28th where the year has none. */
export function sameDayOf(year: number, date: string): string {
  const same = `${year}${date.slice(4)}`
  return isDate(same) ? same : `${year}-02-28`
}

/**
 * The day of the year before up to which a year is compared: its last day once the year is over, the same day while it
 * runs. Null before the year has begun.
 */
export function comparedDay(year: number, today: string): string | null {
  if (yearIsOver(year, today)) return lastDayOf(year - 1)
  return yearOf(today) < year ? null : sameDayOf(year - 1, today)
}

export const dayAlone = (today: string): Days => ({ from: today, to: today })

/** From Monday to today. In the first days of January the week begins in the year before. */
export const weekSoFar = (today: string): Days => ({ from: addDays(today, 1 - weekday(today)), to: today })
