import { addDays, weekday } from './dates'

export { addDays, daysBetween, isDate, shanghaiDate, startOfDate, statisticalYear, yearOf } from './dates'

/** Days that differ from the plain week: `off` a holiday, `work` a weekend day made up for. */
export type Calendar = ReadonlyMap<string, 'off' | 'work'>

/** Whether offices work on the date: the calendar's word, else Monday to Friday. */
export function isWorkingDay(date: string, calendar: Calendar): boolean {
  const special = calendar.get(date)
  return special ? special === 'work' : weekday(date) <= 5
}

/**
 * The n-th working day after the start, which itself is not counted (期间开始之日不计入). n = 0 is the start.
 * @throws RangeError for a negative or fractional n
 */
export function addWorkingDays(start: string, n: number, calendar: Calendar): string {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`Not a number of working days: ${n}`)
  let date = addDays(start, 0)
  for (let left = n; left > 0; ) {
    date = addDays(date, 1)
    if (isWorkingDay(date, calendar)) left--
  }
  return date
}

/** Working days after a up to and with b; negative where b is earlier, so that days overdue count below nought. */
export function workingDaysBetween(a: string, b: string, calendar: Calendar): number {
  if (b < a) return 0 - workingDaysBetween(b, a, calendar)
  let count = 0
  for (let date = addDays(a, 0); date < b; ) {
    date = addDays(date, 1)
    if (isWorkingDay(date, calendar)) count++
  }
  return count
}
