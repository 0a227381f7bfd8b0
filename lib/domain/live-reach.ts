import type { Actor } from './access/actor'
import { reachOf } from './access/permissions'
import type { Change } from './live'

/** How much of what moves somebody may be told. */
export interface LiveReach {
  /** The one unit; null for the whole Corps. */
  unit: string | null
  /** Whether contracts under way concern them. */
  work: boolean
}

/** How far the actor is told: as far as they may read. Null for those who read no statistics. */
export function liveReach({ role, unit }: Pick<Actor, 'role' | 'unit'>): LiveReach | null {
  const figures = reachOf(role, 'statistics.read')
  const contracts = reachOf(role, 'contract.read')
  if (figures === null) return null
  return {
    unit: figures === 'unit' ? (unit ?? '') : null,
    work: contracts === 'unit' || contracts === 'submitted',
  }
}

/** The part of a change that lies within a reach, or null: other units' codes never leave the server. */
export function within({ unit, work }: LiveReach, change: Change): Change | null {
  const own = (codes: readonly string[]) => codes.filter((code) => unit === null || code === unit)
  const years = change.years
    .map(({ year, units }) => ({ year, units: units === 'all' ? units : own(units) }))
    .filter(({ units }) => units.length > 0)
  const underWay = work ? own(change.work) : []
  return years.length + underWay.length > 0 ? { years, work: underWay } : null
}
