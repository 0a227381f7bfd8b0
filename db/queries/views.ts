import { and, count, desc, eq, or, type SQL, sql } from 'drizzle-orm'
import type { Actor } from '@/lib/domain/access/actor'
import { may } from '@/lib/domain/access/permissions'
import type { Tx } from '../client'
import { hold } from '../locks'
import { account, savedView } from '../schema'

/** A kept cross-table as somebody within reach sees it. */
export interface KeptView {
  id: string
  name: string
  /** What stands behind the `?` of its address. */
  query: string
  shared: boolean
  owner: string
  ownerName: string
  changedAt: Date
}

/** Own views, and shared ones: an office shares with its own people and the centre, the centre with everybody. */
function seen(actor: Actor): SQL | undefined {
  if (!may(actor.role, 'view.keep')) return sql`false`
  const fromWhom =
    actor.unit === null ? undefined : sql`coalesce(${savedView.unit}, ${actor.unit}) = ${actor.unit}`
  return or(eq(savedView.owner, actor.id), and(savedView.shared, fromWhom))
}

const kept = (tx: Tx) =>
  tx
    .select({
      id: savedView.id,
      name: savedView.name,
      query: savedView.query,
      shared: savedView.shared,
      owner: savedView.owner,
      ownerName: account.name,
      changedAt: savedView.changedAt,
    })
    .from(savedView)
    .innerJoin(account, eq(account.id, savedView.owner))

/** Every view the actor may open, the latest first. */
export const listViews = (tx: Tx, actor: Actor): Promise<KeptView[]> =>
  kept(tx).where(seen(actor)).orderBy(desc(savedView.changedAt), savedView.id)

export async function findView(tx: Tx, actor: Actor, id: string): Promise<KeptView | null> {
  const [row] = await kept(tx).where(and(eq(savedView.id, id), seen(actor)))
  return row ?? null
}

/** Keeps two savings by the same person from passing each other; ends with the transaction. */
export async function holdViews(tx: Tx, actor: Actor): Promise<void> {
  await hold(tx, 'views', actor.id)
}

/** How many views a person has, and the one of a name. */
export async function ownViews(
  tx: Tx,
  actor: Actor,
  name: string,
): Promise<{ count: number; named: string | null }> {
  const own = eq(savedView.owner, actor.id)
  const [all] = await tx.select({ count: count() }).from(savedView).where(own)
  const [named] = await tx
    .select({ id: savedView.id })
    .from(savedView)
    .where(and(own, eq(savedView.name, name)))
  return { count: all?.count ?? 0, named: named?.id ?? null }
}

export async function insertView(
  tx: Tx,
  actor: Actor,
  view: { id: string; name: string; query: string; at: Date },
): Promise<void> {
  const { at: changedAt, ...rest } = view
  await tx.insert(savedView).values({ ...rest, owner: actor.id, unit: actor.unit, changedAt })
}

/** Changes an own view; null where the actor has none of that number. Answers with its name. */
export async function changeView(
  tx: Tx,
  actor: Actor,
  id: string,
  change: { query: string; changedAt: Date } | { shared: boolean },
): Promise<string | null> {
  const [row] = await tx
    .update(savedView)
    .set({ ...change, unit: actor.unit })
    .where(and(eq(savedView.id, id), eq(savedView.owner, actor.id)))
    .returning({ name: savedView.name })
  return row?.name ?? null
}

/** The same for taking it away. */
export async function deleteView(tx: Tx, actor: Actor, id: string): Promise<string | null> {
  const [row] = await tx
    .delete(savedView)
    .where(and(eq(savedView.id, id), eq(savedView.owner, actor.id)))
    .returning({ name: savedView.name })
  return row?.name ?? null
}
