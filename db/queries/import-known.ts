import { inArray, sql } from 'drizzle-orm'
import type { Actor } from '@/lib/domain/access/actor'
import type { Tx } from '../client'
import { contract } from '../schema'
import { visibleAnd } from '../visibility'

export interface Known {
  id: string
  status: string
  revision: number
  content: unknown
}

/** Contracts within reach that bear one of these registration numbers. */
export async function knownByNumber(tx: Tx, actor: Actor, numbers: readonly string[]) {
  if (numbers.length === 0) return new Map<string, Known>()
  const rows = await tx
    .select({
      number: contract.number,
      id: contract.id,
      status: contract.status,
      revision: contract.revision,
      content: contract.content,
    })
    .from(contract)
    .where(visibleAnd(actor, inArray(contract.number, [...numbers])))
  return new Map(rows.map(({ number, ...known }) => [number ?? '', known]))
}

/** What an office's contracts are looked up by. */
export interface AskedParties {
  day: string
  seller: string
  buyer: string
}

/** An office's contracts between the same parties, signed the same day; those discarded are no longer there. */
export async function knownByParties(
  tx: Tx,
  actor: Actor,
  unit: string,
  asked: readonly AskedParties[],
): Promise<Known[]> {
  if (asked.length === 0) return []
  const found = await tx.execute<{ contract: string }>(
    sql`select contract from jishi_same_parties(${unit}, ${JSON.stringify(asked)}::jsonb)`,
  )
  if (found.length === 0) return []
  return tx
    .select({
      id: contract.id,
      status: contract.status,
      revision: contract.revision,
      content: contract.content,
    })
    .from(contract)
    .where(
      visibleAnd(
        actor,
        inArray(
          contract.id,
          found.map(({ contract: id }) => id),
        ),
      ),
    )
    .orderBy(contract.createdAt, contract.id)
}
