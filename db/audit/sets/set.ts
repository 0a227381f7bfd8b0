import { type SQL, sql } from 'drizzle-orm'
import type { Found } from '@/lib/domain/audit/rule'
import type { Settings } from '@/lib/domain/settings'
import type { Tx } from '../../client'
import { inReach } from '../../visibility'

/** A year as rules over the set read it; the settings are those of its last day. */
export interface SetYear {
  year: number
  settings: Settings
}

/** What a rule over the set finds: of a contract with its sub-type, or of a unit. */
export interface SetFound extends Found {
  contract: string | null
  unit: string
  type: string | null
}

export type SetCheck = (tx: Tx, year: SetYear) => Promise<SetFound[]>

/** Columns that say of which contract a row speaks. */
export interface OfContract extends Record<string, unknown> {
  id: string
  unit: string
  subtype: string | null
}

export const ofContract = ({ id, unit, subtype }: OfContract) => ({
  contract: id,
  unit,
  type: subtype?.charAt(0) ?? null,
})

/**
 * The registered contracts of a year within reach, as a table `register`: parties by their codes, or by their plain
 * names where they have none. Each query reads it in one pass or joins it by keys.
 */
export const register = (year: number): SQL => sql`
  register as materialized (
    select contract.id, contract.unit, contract.number, contract.registered_on, contract.subtype, contract.name,
      contract.turnover, contract.technology, contract.sign_date::date as signed, contract.plan_source,
      contract.content ->> 'planNumber' as plan_number,
      left(contract.tech_field, 2) as field, left(contract.subtype, 1) as type,
      contract.seller_name, contract.buyer_name,
      coalesce(contract.seller_code, jishi_plain(contract.seller_name)) as seller,
      coalesce(contract.buyer_code, jishi_plain(contract.buyer_name)) as buyer
    from ${inReach}
    where contract.status = 'registered' and contract.year = ${year})`
