import 'server-only'
import { findContract } from '@/db/queries/contracts'
import { readSettings, readUnits } from '@/db/queries/reference'
import { inTransaction } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { factsOf } from '@/lib/domain/statistics/facts'
import type { Moves } from '@/lib/domain/statistics/moves'
import { shanghaiDate } from '@/lib/domain/time/dates'
import { movesOf } from '../statistics/moves'
import { standing } from './act'
import { dueDay } from './clock'

/** What will happen when the contract, as it is now, is submitted today and approved within the year. */
export interface Effects extends Moves {
  year: number
  unit: string
  /** Last day to decide if it is submitted today. */
  dueOn: string
  /** Two approvers have to agree. */
  large: boolean
}

/** Which figures move by the contract's approval; null where it does not exist for the actor. */
export function readEffects(actor: Actor, id: string): Promise<Effects | null> {
  return inTransaction(actor, async (tx, at) => {
    const contract = await findContract(tx, actor, id)
    if (!contract) return null
    const today = shanghaiDate(at)
    const settings = await readSettings(tx, today)
    const { large, disputed } = standing(contract, settings)
    const acceptedOn = contract.acceptedOn ?? today
    const dueOn = contract.dueOn ?? (await dueDay({ tx }, acceptedOn, settings, large || disputed))
    const area = (await readUnits(tx, today)).get(contract.unit)?.area === 'south' ? 'south' : 'north'
    const facts = factsOf(contract.content, { unit: contract.unit, area, date: today })
    const { year, unit } = facts
    return { year, unit, dueOn, large, ...(await movesOf(tx, actor, [{ sign: 1, facts }])) }
  })
}
