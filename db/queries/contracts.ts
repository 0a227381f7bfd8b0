import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Actor } from '@/lib/domain/access/actor'
import { type Content, contentSchema } from '@/lib/domain/contract/content'
import type { Status } from '@/lib/domain/contract/lifecycle'
import type { Tx } from '../client'
import { contract } from '../schema'
import { visibleAnd } from '../visibility'

export type ContractRow = Omit<typeof contract.$inferSelect, 'content' | 'status'> & {
  content: Content
  status: Status
}

/** The contract if it exists for the actor. `lock` holds it against other writers until the transaction ends. */
export async function findContract(
  tx: Tx,
  actor: Actor,
  id: string,
  options: { lock?: boolean } = {},
): Promise<ContractRow | null> {
  const query = tx
    .select()
    .from(contract)
    .where(visibleAnd(actor, eq(contract.id, id)))
  const [row] = await (options.lock ? query.for('update') : query)
  return row ? readRow(row) : null
}

export const readRow = (row: typeof contract.$inferSelect): ContractRow => ({
  ...row,
  content: contentSchema.parse(row.content),
  status: row.status as Status,
})

/** Registration number and name of contracts within reach, by id. */
export async function readNumbers(
  tx: Tx,
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, { number: string | null; name: string | null }>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .select({ id: contract.id, number: contract.number, name: contract.name })
    .from(contract)
    .where(visibleAnd(actor, inArray(contract.id, [...ids])))
  return new Map(rows.map(({ id, ...row }) => [id, row]))
}

/** Contracts within reach, by id. */
export async function findContracts(
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

export type NewContract = typeof contract.$inferInsert
export type ContractChange = Partial<Omit<NewContract, 'id' | 'unit' | 'revision'>>

/**
 * Writes a change if the contract still is what the caller saw; false when somebody else was faster.
 * The revision goes up with each write.
 */
export async function changeContract(
  tx: Tx,
  seen: Pick<ContractRow, 'id' | 'status' | 'revision'>,
  change: ContractChange,
): Promise<boolean> {
  const changed = await tx
    .update(contract)
    .set({ ...change, revision: seen.revision + 1, updatedAt: sql`jishi_now()` })
    .where(
      and(eq(contract.id, seen.id), eq(contract.status, seen.status), eq(contract.revision, seen.revision)),
    )
    .returning({ id: contract.id })
  return changed.length === 1
}

export async function insertContract(tx: Tx, values: NewContract): Promise<void> {
  await tx.insert(contract).values(values)
}
