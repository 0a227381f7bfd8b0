import { and, desc, eq, inArray, ne, type SQL, sql } from 'drizzle-orm'
import type { Actor } from '@/lib/domain/access/actor'
import { type Content, contentSchema } from '@/lib/domain/contract/content'
import type { Cell, Figure } from '@/lib/domain/statistics/moves'
import type { Tx } from '../client'
import { attachment, contract, contractEvent, total } from '../schema'
import { visibleAnd } from '../visibility'

/** What the contract said when it was last returned, and when that was; null when it never was. */
export async function lastReturn(tx: Tx, id: string): Promise<{ at: Date; content: Content } | null> {
  const [event] = await tx
    .select({ at: contractEvent.at, content: contractEvent.content })
    .from(contractEvent)
    .where(and(eq(contractEvent.contract, id), eq(contractEvent.action, 'return')))
    .orderBy(desc(contractEvent.seq))
    .limit(1)
  return event ? { at: event.at, content: contentSchema.parse(event.content) } : null
}

/** Every file the contract ever carried, for telling what was put on or taken off since a moment. */
export const attachmentHistory = (tx: Tx, id: string) =>
  tx
    .select({
      kind: attachment.kind,
      fileName: attachment.fileName,
      addedAt: attachment.addedAt,
      removedAt: attachment.removedAt,
    })
    .from(attachment)
    .where(eq(attachment.contract, id))
    .orderBy(attachment.addedAt)

/** An earlier contract as the copy dialog lists it. */
export interface EarlierContract {
  id: string
  localNumber: string
  number: string | null
  name: string | null
  sellerName: string | null
  buyerName: string | null
  turnover: bigint | null
  updatedAt: Date
}

/** The actor's contracts that hold each word typed in their numbers, name or parties; the latest first. */
export async function searchEarlier(
  tx: Tx,
  actor: Actor,
  text: string,
  limit: number,
): Promise<EarlierContract[]> {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => [...word].length > 1)
  return tx
    .select({
      id: contract.id,
      localNumber: contract.localNumber,
      number: contract.number,
      name: contract.name,
      sellerName: contract.sellerName,
      buyerName: contract.buyerName,
      turnover: contract.turnover,
      updatedAt: contract.updatedAt,
    })
    .from(contract)
    .where(
      visibleAnd(
        actor,
        ne(contract.status, 'discarded'),
        sql`${contract.name} is not null`,
        ...words.map((word): SQL => sql`${contract.grams} @> jishi_grams(${word})`),
      ),
    )
    .orderBy(desc(contract.updatedAt))
    .limit(limit)
}

/** The year's running totals of some cells: of one unit, and of all units together as far as the actor sees them. */
export async function readCells(
  tx: Tx,
  year: number,
  unit: string,
  cells: readonly Cell[],
): Promise<Map<string, { unit: Figure; all: Figure }>> {
  const sums = (which: SQL) => ({
    contracts: sql<string>`coalesce(sum(${total.contracts}) filter (where ${which}), 0)`,
    turnover: sql<string>`coalesce(sum(${total.turnover}) filter (where ${which}), 0)`,
    technology: sql<string>`coalesce(sum(${total.technology}) filter (where ${which}), 0)`,
  })
  const rows = await tx
    .select({
      dimension: total.dimension,
      member: total.member,
      unit: sums(eq(total.unit, unit)),
      all: sums(sql`true`),
    })
    .from(total)
    .where(
      and(
        eq(total.year, year),
        inArray(
          sql`(${total.dimension}, ${total.member})`,
          cells.map(({ dimension, member }) => sql`(${dimension}, ${member})`),
        ),
      ),
    )
    .groupBy(total.dimension, total.member)
  return new Map(
    rows.map((row) => [`${row.dimension}:${row.member}`, { unit: figure(row.unit), all: figure(row.all) }]),
  )
}

const figure = (sums: { contracts: string; turnover: string; technology: string }): Figure => ({
  contracts: Number(sums.contracts),
  turnover: BigInt(sums.turnover),
  technology: BigInt(sums.technology),
})

/** Turnover of each unit in a year, for ranks; only the units the actor sees. */
export async function unitTurnovers(tx: Tx, year: number): Promise<Map<string, bigint>> {
  const rows = await tx
    .select({ unit: total.unit, turnover: total.turnover })
    .from(total)
    .where(and(eq(total.year, year), eq(total.dimension, 'all')))
  return new Map(rows.map(({ unit, turnover }) => [unit, turnover]))
}
