import 'server-only'
import type { Tx } from '@/db/client'
import { findContract } from '@/db/queries/contracts'
import { type Figure, readCells, unitTurnovers } from '@/db/queries/entry'
import { readSettings, readUnits } from '@/db/queries/reference'
import { inTransaction } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { reachOf } from '@/lib/domain/access/permissions'
import type { DimensionName } from '@/lib/domain/statistics/dimensions'
import { type Facts, factsOf } from '@/lib/domain/statistics/facts'
import { shanghaiDate } from '@/lib/domain/time/dates'
import { units } from '@/lib/domain/units'
import { standing } from './act'
import { dueDay } from './clock'

/** A figure of the year as it stands and as it will stand. */
export interface Move {
  dimension: DimensionName | 'all'
  member: string
  before: Figure
  after: Figure
}

/** What will happen when the contract, as it is now, is submitted today and approved within the year. */
export interface Effects {
  year: number
  unit: string
  /** Last day to decide if it is submitted today. */
  dueOn: string
  /** Two approvers have to agree. */
  large: boolean
  moves: Move[]
  /** Of the whole Corps; empty where the actor sees one unit alone. */
  corps: Move[]
  /** Place among the divisions by turnover; null where the actor does not see the others, or the unit is not ranked. */
  rank: { before: number; after: number } | null
}

const shown = ['all', 'type', 'field', 'plan', 'flow', 'seller', 'band'] as const

/** Which figures move by the contract's approval; null where it does not exist for the actor. */
export function readEffects(actor: Actor, id: string): Promise<Effects | null> {
  return inTransaction(actor, async (tx, at) => {
    const contract = await findContract(tx, actor, id)
    if (!contract) return null
    const today = shanghaiDate(at)
    const settings = await readSettings(tx, today)
    const { large, disputed } = standing(contract, settings)
    const acceptedOn = contract.acceptedOn ?? today
    const dueOn =
      contract.dueOn ?? (await dueDay({ tx, actor, at, today }, acceptedOn, settings, large || disputed))
    const area = (await readUnits(tx, today)).get(contract.unit)?.area === 'south' ? 'south' : 'north'
    const facts = factsOf(contract.content, { unit: contract.unit, area, date: today })
    const { year, unit } = facts
    return { year, unit, dueOn, large, ...(await moved(tx, actor, facts)) }
  })
}

async function moved(tx: Tx, actor: Actor, facts: Facts): Promise<Pick<Effects, 'moves' | 'corps' | 'rank'>> {
  const cells = shown
    .map((dimension) => ({ dimension, member: dimension === 'all' ? '' : facts[dimension] }))
    .filter(({ dimension, member }) => dimension === 'all' || member !== '')
  const now = await readCells(tx, facts.year, facts.unit, cells)
  const move = (whose: 'unit' | 'all') =>
    cells.map((cell): Move => {
      const before = now.get(`${cell.dimension}:${cell.member}`)?.[whose] ?? nothing
      return { ...cell, before, after: plus(before, facts) }
    })
  const seesAll = reachOf(actor.role, 'statistics.read') === 'all'
  return {
    moves: move('unit'),
    corps: seesAll ? move('all') : [],
    rank: seesAll ? await rankOf(tx, facts) : null,
  }
}

const nothing: Figure = { contracts: 0, turnover: 0n, technology: 0n }

const plus = (before: Figure, { turnover, technology }: Facts): Figure => ({
  contracts: before.contracts + 1,
  turnover: before.turnover + turnover,
  technology: before.technology + technology,
})

async function rankOf(tx: Tx, { year, unit, turnover }: Facts): Promise<Effects['rank']> {
  const ranked = units.filter((one) => one.ranked).map(({ code }) => code)
  if (!ranked.includes(unit)) return null
  const standings = await unitTurnovers(tx, year)
  const own = standings.get(unit) ?? 0n
  const place = (amount: bigint) =>
    1 + ranked.filter((code) => code !== unit && (standings.get(code) ?? 0n) > amount).length
  return { before: place(own), after: place(own + turnover) }
}
