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

/** All lines of a kind in the order of their numbers, batch by batch. */
export async function* readLines(tx: Tx, kind: LineKind): AsyncGenerator<LedgerLine[]> {
  const cursor = sql.identifier(`lines_of_${kind}`)
  await tx.execute(
    sql`declare ${cursor} no scroll cursor for select * from jishi_ledger_lines(${sql.raw(`'${kind}'`)})`,
  )
  for (;;) {
    const rows = await tx.execute<LedgerLine>(sql`fetch 5000 from ${cursor}`)
    if (rows.length === 0) return
    yield [...rows]
  }
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

/** Running totals as they are kept, those by day among them; amounts in fen. */
export async function readTotals(tx: Tx) {
  const totals = await tx.select().from(total)
  const days = await tx.select().from(dayTotal)
  return [...totals, ...days.map(({ day, ...sums }) => ({ ...sums, dimension: 'day', member: day }))]
}
