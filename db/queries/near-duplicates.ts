import { inArray, sql } from 'drizzle-orm'
import type { Actor } from '@/lib/domain/access/actor'
import type { Agreement } from '@/lib/domain/contract/duplicates'
import type { Status } from '@/lib/domain/contract/lifecycle'
import type { Tx } from '../client'
import { hold } from '../locks'
import { contract } from '../schema'
import { visibleAnd } from '../visibility'
import { type ContractRow, readRow } from './contracts'

/** A contract like the one asked about: its id where the actor may see it, and how far the two agree. */
export interface NearRow extends Agreement {
  id: string | null
  unit: string
  status: Status
}

/** Contracts of every office between the same parties at about the same time; none where this one is out of reach. */
export async function readNear(tx: Tx, id: string): Promise<NearRow[]> {
  const rows = await tx.execute<{
    id: string | null
    unit: string
    status: Status
    parties: NearRow['parties']
    amounts: NearRow['amounts']
    days: number
    name_likeness: string
    same_name: boolean
    differ_in_series: boolean
  }>(sql`select * from jishi_near_duplicates(${id})`)
  return rows.map(({ name_likeness, same_name, differ_in_series, ...row }) => ({
    ...row,
    nameLikeness: Number(name_likeness),
    sameName: same_name,
    differInSeries: differ_in_series,
  }))
}

/** The contracts of these ids that exist for the actor, by id. */
export async function readVisible(
  tx: Tx,
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, ContractRow>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .select()
    .from(contract)
    .where(visibleAnd(actor, inArray(contract.id, [...ids])))
  return new Map(rows.map((row) => [row.id, readRow(row)]))
}

/**
 * Until the transaction ends nobody else submits a contract between these two parties, in either order: of two
 * offices that enter the same contract at once, the second sees the first.
 */
export async function lockParties(tx: Tx, seller: string, buyer: string): Promise<void> {
  await hold(tx, 'parties', [seller, buyer].sort().join('|'))
}
