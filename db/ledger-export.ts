import { asc, desc, eq, sql } from 'drizzle-orm'
import type { Tx } from './client'
import { dayTotal, seal, total } from './schema'

/** The chain's head: everything before it is bound by its root (hex). */
export interface Head {
  number: number
  at: Date
  root: string
}

const headColumns = { number: seal.id, at: seal.at, root: sql<string>`encode(${seal.root}, 'hex')` }

/** The latest seal; null before the first. */
export async function readHead(tx: Tx): Promise<Head | null> {
  const [head] = await tx.select(headColumns).from(seal).orderBy(desc(seal.id)).limit(1)
  return head ?? null
}

/** One seal by its number. */
export async function findSeal(tx: Tx, number: number): Promise<Head | null> {
  const [found] = await tx.select(headColumns).from(seal).where(eq(seal.id, number))
  return found ?? null
}

export const lineKinds = ['events', 'postings', 'trails', 'imprints'] as const
export type LineKind = (typeof lineKinds)[number]

/** A row of the ledger as it was hashed. */
export type LedgerLine = {
  id: string
  xid: string
  /** Of an event: its contract and number within it, `contract/seq`. */
  chain: string | null
  hash: string
  /** Exactly the text hashed; null where the reader may not see it. */
  line: string | null
}

/** Lines of a kind after a number, in their order. */
export async function readLines(tx: Tx, kind: LineKind, after: string, most: number): Promise<LedgerLine[]> {
  return [...(await tx.execute<LedgerLine>(sql`select * from jishi_ledger_lines(${kind}, ${after}, ${most})`))]
}

/** All seals in order, each with the text that its root covers beside the trees. */
export const readSeals = (tx: Tx) =>
  tx
    .select({
      ...headColumns,
      below: seal.below,
      events: seal.events,
      line: sql<string | null>`jishi_seal_text(seal)`,
    })
    .from(seal)
    .orderBy(asc(seal.id))

/** Running totals as they are kept; amounts in fen. */
export const readTotals = (tx: Tx) => tx.select().from(total)

/** Running totals by day. */
export const readDayTotals = (tx: Tx) => tx.select().from(dayTotal)
