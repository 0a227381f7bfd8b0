import { and, inArray, notInArray, type SQL, sql } from 'drizzle-orm'
import type { Actor } from '@/lib/domain/access/actor'
import { reachOf } from '@/lib/domain/access/permissions'
import { onRegister, unseenByCentre } from '@/lib/domain/contract/lifecycle'
import { contract } from './schema'

/**
 * The contracts that exist for the actor; every reader of contracts joins this condition.
 * @param ofUnits how contracts are told by their units, where not by the column alone
 */
export function visible(actor: Actor, ofUnits: (units: readonly string[]) => SQL = unitsPlainly): SQL {
  switch (reachOf(actor.role, 'contract.read')) {
    case 'unit':
      return ofUnits([actor.unit ?? ''])
    case 'submitted':
      return notInArray(contract.status, [...unseenByCentre])
    case 'registered':
      return inArray(contract.status, [...onRegister])
    default:
      return sql`false`
  }
}

export const unitsPlainly = (units: readonly string[]): SQL => inArray(contract.unit, [...units])

/** The same with a further condition. */
export const visibleAnd = (actor: Actor, ...conditions: (SQL | undefined)[]): SQL =>
  and(visible(actor), ...conditions) as SQL

/** `contract` as lists and counts read it: the policy's bounds as a view, which leaves the planner free (migration 0010). */
export const inReach = sql`contract_in_reach as contract`
