import { sql } from 'drizzle-orm'
import type { Actor } from '@/lib/domain/access/actor'
import { type Preferences, readPreferences } from '@/lib/domain/preferences'
import type { RecentKind, Thing } from '@/lib/domain/search/recent'
import type { Tx } from '../client'
import { preference, recent } from '../schema'
import { inReach } from '../visibility'

/** Lays what was chosen over what is kept; one statement, so that two pages choosing at once keep both. */
export async function keepPreferences(tx: Tx, actor: Actor, chosen: Preferences): Promise<Preferences> {
  const [row] = await tx
    .insert(preference)
    .values({ account: actor.id, choices: chosen })
    .onConflictDoUpdate({
      target: preference.account,
      set: { choices: sql`${preference.choices} || excluded.choices` },
    })
    .returning({ choices: preference.choices })
  return readPreferences(row?.choices)
}

/** Notes that something was opened just now, and forgets what was opened before the last `most`. */
export async function noteRecent(tx: Tx, actor: Actor, { kind, id }: Thing, most: number): Promise<void> {
  await tx
    .insert(recent)
    .values({ account: actor.id, kind, subject: id })
    .onConflictDoUpdate({
      target: [recent.account, recent.kind, recent.subject],
      set: { openedAt: sql`jishi_now()` },
    })
  await tx.execute(sql`
    delete from recent where account = ${actor.id} and (kind, subject) not in (
      select kind, subject from recent where account = ${actor.id} order by opened_at desc limit ${most})`)
}

/** Something opened before, as it stands now and within the actor's present reach. */
export interface RecentRow {
  kind: RecentKind
  id: string
  title: string | null
  /** The number it is called by. */
  mark: string | null
}

/** What exists for the actor of `things`, or of all they opened; the last opened first. */
export async function readRecent(
  tx: Tx,
  actor: Actor,
  kinds: readonly RecentKind[],
  limit: number,
): Promise<RecentRow[]> {
  if (kinds.length === 0) return []
  const known = sql.join(
    kinds.map((kind) => shown[kind](sql`r.account = ${actor.id} and r.kind = ${kind}`)),
    sql` union all `,
  )
  const rows = await tx.execute<Record<string, unknown>>(sql`
    select kind, id, title, mark from (${known}) as known order by opened_at desc, id limit ${limit}`)
  return rows.map((row) => ({ ...row })) as unknown as RecentRow[]
}

type Where = ReturnType<typeof sql>

const shown: Record<RecentKind, (where: Where) => Where> = {
  contract: (where) => sql`
    select r.kind, r.subject as id, r.opened_at, contract.name as title,
      coalesce(contract.number::text, contract.local_number) as mark
    from ${recent} r join ${inReach} on contract.id = r.subject where ${where}`,
  request: (where) => sql`
    select r.kind, r.subject, r.opened_at, contract.name, q.number
    from ${recent} r join request q on q.id = r.subject join ${inReach} on contract.id = q.contract where ${where}`,
  campaign: (where) => sql`
    select r.kind, r.subject, r.opened_at, null, c.number
    from ${recent} r join campaign c on c.id = r.subject where ${where}`,
  organisation: (where) => sql`
    select r.kind, r.subject, r.opened_at, o.name, null
    from ${recent} r join organisation o on o.id = r.subject where ${where}`,
}

/** Whether something exists for the actor. */
export async function isThing(tx: Tx, { kind, id }: Thing): Promise<boolean> {
  const [row] = await tx.execute<{ there: boolean }>(sql`select exists (${there[kind](id)}) as there`)
  return row?.there === true
}

const there: Record<RecentKind, (id: string) => Where> = {
  contract: (id) => sql`select from ${inReach} where contract.id = ${id}`,
  request: (id) => sql`select from request q join ${inReach} on contract.id = q.contract where q.id = ${id}`,
  campaign: (id) => sql`select from campaign c where c.id = ${id}`,
  organisation: (id) => sql`select from organisation o where o.id = ${id}`,
}
