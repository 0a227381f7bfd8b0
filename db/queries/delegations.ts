import { and, asc, desc, eq, isNull, ne, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Tx } from '../client'
import { hold } from '../locks'
import { account, delegation } from '../schema'

export type DelegationKind = 'leave' | 'hand-over'

export interface DelegationLine {
  id: string
  kind: DelegationKind
  principal: { id: string; name: string }
  deputy: { id: string; name: string }
  fromDay: string
  untilDay: string | null
  madeBy: string
  /** ahead, standing, over (ran out), revoked. */
  state: 'ahead' | 'standing' | 'over' | 'revoked'
}

const principal = alias(account, 'principal')
const deputy = alias(account, 'deputy')
const maker = alias(account, 'maker')

const lines = (tx: Tx) =>
  tx
    .select({
      id: delegation.id,
      kind: sql<DelegationKind>`${delegation.kind}`,
      principal: { id: principal.id, name: principal.name },
      deputy: { id: deputy.id, name: deputy.name },
      fromDay: delegation.fromDay,
      untilDay: delegation.untilDay,
      madeBy: maker.name,
      state: sql<DelegationLine['state']>`case when ${delegation.revokedAt} is not null then 'revoked'
        when ${delegation.untilDay} < jishi_today() then 'over'
        when ${delegation.fromDay} > jishi_today() then 'ahead' else 'standing' end`,
    })
    .from(delegation)
    .innerJoin(principal, eq(principal.id, delegation.principal))
    .innerJoin(deputy, eq(deputy.id, delegation.deputy))
    .innerJoin(maker, eq(maker.id, delegation.madeBy))

const MOST = 20

/** Delegations from or to a person, the latest first. */
export const delegationsOf = (tx: Tx, of: string): Promise<DelegationLine[]> =>
  lines(tx)
    .where(or(eq(delegation.principal, of), eq(delegation.deputy, of)))
    .orderBy(desc(delegation.fromDay), desc(delegation.madeAt))
    .limit(MOST)

export async function findDelegation(tx: Tx, id: string): Promise<DelegationLine | null> {
  const [line] = await lines(tx).where(eq(delegation.id, id))
  return line ?? null
}

export async function insertDelegation(tx: Tx, values: typeof delegation.$inferInsert): Promise<void> {
  await tx.insert(delegation).values(values)
}

/** Ends it now; false where it was revoked already. */
export async function revokeDelegation(tx: Tx, id: string, by: string): Promise<boolean> {
  const revoked = await tx
    .update(delegation)
    .set({ revokedBy: by, revokedAt: sql`jishi_now()` })
    .where(and(eq(delegation.id, id), isNull(delegation.revokedAt)))
    .returning({ id: delegation.id })
  return revoked.length === 1
}

/** What stands in the way of a delegation: a circle, or another one in these days. One delegation is made at a time. */
export async function delegationHindrance(
  tx: Tx,
  given: { principal: string; deputy: string; fromDay: string; untilDay: string | null },
): Promise<'circle' | 'overlap' | null> {
  await hold(tx, 'delegations')
  const { principal, deputy, fromDay, untilDay } = given
  const [row] = await tx.execute<{ circle: boolean; overlap: boolean }>(sql`
    select jishi_leads_back(${principal}, ${deputy}, ${fromDay}, ${untilDay}) as circle,
      exists (
        select from delegation d where d.principal = ${principal} and d.revoked_at is null
          and daterange(d.from_day, d.until_day, '[]') && daterange(${fromDay}::date, ${untilDay}::date, '[]')) as overlap`)
  return row?.circle ? 'circle' : row?.overlap ? 'overlap' : null
}

export interface Colleague {
  id: string
  name: string
  username: string
  /** The account is disabled: they have left. */
  left: boolean
}

/** Everybody else of the same role and unit, by name; also who has left. */
export const colleaguesOf = (
  tx: Tx,
  { id, role, unit }: { id: string; role: string; unit: string | null },
): Promise<Colleague[]> =>
  tx
    .select({
      id: account.id,
      name: account.name,
      username: account.username,
      left: sql<boolean>`${account.disabledAt} is not null`,
    })
    .from(account)
    .where(
      and(
        eq(account.role, role),
        unit === null ? isNull(account.unit) : eq(account.unit, unit),
        ne(account.id, id),
      ),
    )
    .orderBy(asc(account.name), asc(account.username))

/** So many things a registrar has in hand: drafts, returned contracts, open requests, imports to confirm. */
export async function inHandOf(tx: Tx, of: string): Promise<Record<string, number>> {
  const [row] = await tx.execute<{ hand: Record<string, number> | null }>(
    sql`select jishi_in_hand_of(${of}) as hand`,
  )
  return row?.hand ?? {}
}
