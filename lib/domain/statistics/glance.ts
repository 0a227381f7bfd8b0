import type { Sums } from './book'
import type { CountedContract } from './counted'
import type { Days } from './same-day'

/** A year as a whole, and up to the same day as the year shown. */
export interface YearToDay {
  year: number
  full: Sums
  toDay: Sums
}

/** What the last days brought to the running year. */
export interface Fresh {
  today: string
  /** Monday to today, within the year. */
  week: Days
  ofToday: Sums
  ofWeek: Sums
}

/** Sums by unit and member of a dimension. */
export type Matrix = ReadonlyMap<string, ReadonlyMap<string, Sums>>

/** What stands on a dashboard beside the tables of the year. */
export interface Glance {
  /** This year and those before it, the earliest first; years without registrations are left out. */
  years: readonly YearToDay[]
  /** Null for a closed year and for a past moment: nothing is new there. */
  fresh: Fresh | null
  /** The contracts registered last. */
  latest: readonly CountedContract[]
  /** Where each unit's technology goes: unit, flow. */
  flow: Matrix
}
