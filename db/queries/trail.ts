import { and, eq, gte, ilike, inArray, lt, or, type SQL, sql } from 'drizzle-orm'
import type { Actor } from '@/lib/domain/access/actor'
import { may } from '@/lib/domain/access/permissions'
import { addDays, startOfDate } from '@/lib/domain/time/dates'
import type { TrailAction } from '@/lib/domain/trail'
import type { Tx } from '../client'
import { account, trail } from '../schema'

export interface TrailFilters {
  /** Part of the name the person had then, or of the user name. */
  person?: string
  role?: string
  unit?: string
  action?: TrailAction
  /** An identifier: of the subject, or a number, user name or code in the details. */
  subject?: string
  /** First and last day, Asia/Shanghai. */
  from?: string
  to?: string
}

export type TrailRow = typeof trail.$inferSelect & { username: string | null }

const likeText = (words: string) => `%${words.replace(/[\\%_]/g, '\\$&')}%`

/** Whoever may not read the trail finds it empty, here as behind the row policies. */
function matching(actor: Actor, filters: TrailFilters): SQL {
  const { person, role, unit, action, subject, from, to } = filters
  if (!may(actor.role, 'trail.read')) return sql`false`
  return and(
    person
      ? or(
          ilike(trail.actorName, likeText(person)),
          inArray(trail.actor, sql`(select id from account where username ilike ${likeText(person)})`),
        )
      : undefined,
    role ? eq(trail.role, role) : undefined,
    unit ? or(eq(trail.unit, unit), sql`${trail.details} ->> 'unit' = ${unit}`) : undefined,
    action && eq(trail.action, action),
    subject
      ? or(
          eq(trail.subject, subject),
          sql`${subject} in (${trail.details} ->> 'localNumber', ${trail.details} ->> 'number',
            ${trail.details} ->> 'username', ${trail.details} ->> 'account',
            ${trail.details} #>> '{after,username}')`,
        )
      : undefined,
    from ? gte(trail.at, startOfDate(from)) : undefined,
    to ? lt(trail.at, startOfDate(addDays(to, 1))) : undefined,
  ) as SQL
}

/** Entries newest first, from the one after `after` on. The id breaks ties: an earlier act may have been written later. */
export async function readTrail(
  tx: Tx,
  actor: Actor,
  filters: TrailFilters,
  page: { after?: number; most: number },
): Promise<TrailRow[]> {
  const rows = await tx
    .select({ entry: trail, username: account.username })
    .from(trail)
    .leftJoin(account, eq(account.id, trail.actor))
    .where(
      and(
        matching(actor, filters),
        page.after === undefined
          ? undefined
          : sql`(${trail.at}, ${trail.id}) < (select at, id from trail where id = ${page.after})`,
      ),
    )
    .orderBy(sql`${trail.at} desc, ${trail.id} desc`)
    .limit(page.most)
  return rows.map(({ entry, username }) => ({ ...entry, username }))
}
