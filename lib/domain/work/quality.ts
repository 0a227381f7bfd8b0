import { addDaysUp, type Days, median } from './days'
import type { Part } from './shares'

/** Registered contracts of a unit that are alike in everything asked here. */
export interface RegisteredGroup {
  unit: string
  /** Days at the centre, all submissions together; null where the day of acceptance is not on record. */
  centre: number | null
  contracts: number
  /** Never returned. */
  first: number
  /** Submitted with warnings, each explained. */
  warned: number
  /** Marked as a probable duplicate at submission. */
  marked: number
}

/** Decisions of a unit's contracts whose deadline is on record: registrations, returns and refusals. */
export interface DecidedGroup {
  unit: string
  decided: number
  inTime: number
}

export interface Quality {
  unit: string
  registered: number
  first: Part
  warned: Part
  marked: Part
  centreMedian: number | null
  inTime: Part
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)

function qualityOf(
  unit: string,
  registered: readonly RegisteredGroup[],
  decided: readonly DecidedGroup[],
): Quality {
  const all = sum(registered.map(({ contracts }) => contracts))
  const part = (name: 'first' | 'warned' | 'marked'): Part => ({
    part: sum(registered.map((group) => group[name])),
    of: all,
  })
  const days: Days = addDaysUp(
    registered.flatMap(({ centre, contracts }) => (centre === null ? [] : [[centre, contracts] as const])),
  )
  return {
    unit,
    registered: all,
    first: part('first'),
    warned: part('warned'),
    marked: part('marked'),
    centreMedian: median(days),
    inTime: { part: sum(decided.map(({ inTime }) => inTime)), of: sum(decided.map((one) => one.decided)) },
  }
}

/** Each unit by itself, and all of them as one. */
export function qualityByUnit(
  registered: readonly RegisteredGroup[],
  decided: readonly DecidedGroup[],
  units: readonly string[],
): { rows: Quality[]; total: Quality } {
  const isOf = (unit: string) => (group: { unit: string }) => group.unit === unit
  return {
    rows: units.map((unit) => qualityOf(unit, registered.filter(isOf(unit)), decided.filter(isOf(unit)))),
    total: qualityOf('', registered, decided),
  }
}
