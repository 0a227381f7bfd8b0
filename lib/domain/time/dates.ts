/**
 * Calendar dates as ISO text `YYYY-MM-DD`, as they stand in Asia/Shanghai. Text sorts as time does, so dates are compared
 * with `<`. Malformed dates are a RangeError: they are an error of the caller, input is parsed before.
 */

const DAY = 86_400_000
const SHANGHAI_OFFSET = 8 * 3_600_000

const fromDay = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10)

/** Whether the text is a date that exists: `2023-02-29` is none. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const instant = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(instant) && fromDay(instant / DAY) === text
}

function toDay(date: string): number {
  if (!isDate(date)) throw new RangeError(`Not a date: ${date}`)
  return Date.parse(`${date}T00:00:00Z`) / DAY
}

/** The date so many calendar days later (earlier if negative). */
export const addDays = (date: string, days: number): string => fromDay(toDay(date) + days)

/** Calendar days from a to b; negative where b is earlier. */
export const daysBetween = (a: string, b: string): number => toDay(b) - toDay(a)

/** 1 Monday … 7 Sunday. */
export const weekday = (date: string): number => ((((toDay(date) + 3) % 7) + 7) % 7) + 1

/** The date it is in Shanghai at this instant (UTC+8 all year since 1992). */
export const shanghaiDate = (instant: Date): string =>
  new Date(instant.getTime() + SHANGHAI_OFFSET).toISOString().slice(0, 10)

/** The instant at which the date begins in Shanghai. */
export const startOfDate = (date: string): Date => new Date(toDay(date) * DAY - SHANGHAI_OFFSET)

export const yearOf = (date: string): number => Number(date.slice(0, 4))

/** The statistical year as a half-open span of dates: `from <= date < before`. */
export const statisticalYear = (year: number): { from: string; before: string } => ({
  from: `${year}-01-01`,
  before: `${year + 1}-01-01`,
})
