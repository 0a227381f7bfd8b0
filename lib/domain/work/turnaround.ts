import { addDaysUp, countOf, type Days, median, nineTenths, totalOf } from './days'
import type { Part } from './shares'

/**
 * Contracts of a month that took the same time from entry to registration, in calendar days of Asia/Shanghai.
 * `centre`: from each submission that was decided on to that decision; `office`: all the rest. Together they are the days
 * from entry to registration.
 */
export interface Course {
  year: number
  month: number
  office: number
  centre: number
  contracts: number
}

export interface Turnaround {
  contracts: number
  median: number | null
  nineTenths: number | null
  officeMedian: number | null
  centreMedian: number | null
  /** Days in the office, of all days. */
  inOffice: Part
}

export function turnaroundOf(courses: readonly Course[]): Turnaround {
  const daysBy = (take: (course: Course) => number): Days =>
    addDaysUp(courses.map((course) => [take(course), course.contracts] as const))
  const all = daysBy(({ office, centre }) => office + centre)
  const office = daysBy((course) => course.office)
  return {
    contracts: countOf(all),
    median: median(all),
    nineTenths: nineTenths(all),
    officeMedian: median(office),
    centreMedian: median(daysBy(({ centre }) => centre)),
    inOffice: { part: totalOf(office), of: totalOf(all) },
  }
}

export interface YearTurnaround {
  this: Turnaround
  last: Turnaround
  /** The twelve months in their order, this year beside last. */
  months: { month: number; this: Turnaround; last: Turnaround }[]
}

/** A year against the whole year before, and month against month. */
export function turnaroundOfYear(courses: readonly Course[], year: number): YearTurnaround {
  const both = (month?: number) => {
    const of = (one: number) =>
      turnaroundOf(courses.filter((course) => course.year === one && (!month || course.month === month)))
    return { this: of(year), last: of(year - 1) }
  }
  const months = Array.from({ length: 12 }, (_, index) => ({ month: index + 1, ...both(index + 1) }))
  return { ...both(), months }
}
