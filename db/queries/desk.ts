import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import type { Actor } from '@/lib/domain/access/actor'
import type { DeskFilter } from '@/lib/domain/approval/desk'
import { type DeskDay, MOST_WARNINGS, riskWeights } from '@/lib/domain/approval/order'
import type { Status } from '@/lib/domain/contract/lifecycle'
import type { Tx } from '../client'
import { contract, setting } from '../schema'
import { visibleAnd } from '../visibility'

/** What every question to the desk is asked with: the day's bounds and the threshold of large contracts by date. */
export interface DeskClock extends DeskDay {
  /** Dated thresholds in yuan, the latest first. */
  thresholds: { validFrom: string; yuan: number }[]
}

/** The dated thresholds of a large contract, the latest first. */
export async function readThresholds(tx: Tx): Promise<DeskClock['thresholds']> {
  const rows = await tx
    .select()
    .from(setting)
    .where(eq(setting.key, 'largeThreshold'))
    .orderBy(desc(setting.validFrom))
  return rows.map(({ validFrom, value }) => ({ validFrom, yuan: Number(value) }))
}

/** Literal, because a parameter would keep the planner from the index over waiting contracts. */
export const waits = sql`${contract.status} in ('submitted', 'endorsed')`

/** Large by the threshold in force on the day of acceptance; an endorsed one was large when it was first approved. */
function isLarge({ thresholds }: DeskClock): SQL<boolean> {
  const cases = thresholds.map(
    ({ validFrom, yuan }) =>
      sql`when ${contract.acceptedOn} >= ${validFrom}::date then ${contract.technology} >= ${BigInt(yuan) * 100n}::bigint`,
  )
  if (cases.length === 0) return sql<boolean>`${contract.status} = 'endorsed'`
  return sql<boolean>`(${contract.status} = 'endorsed' or coalesce(case ${sql.join(cases, sql` `)} end, false))`
}

const isOverdue = ({ today }: DeskClock) => sql<boolean>`${contract.dueOn} < ${today}::date`
const isNear = ({ today, nearUntil }: DeskClock) =>
  sql<boolean>`${contract.dueOn} between ${today}::date and ${nearUntil}::date`

/** No warning, no likely duplicate, not large, not disputed: may be approved with others in one go. */
const isClean = (clock: DeskClock) =>
  sql<boolean>`(${contract.status} = 'submitted' and ${contract.warnings} = 0 and not ${contract.maybeDuplicate}
    and not ${contract.disputed} and not ${isLarge(clock)})`

const inView = (clock: DeskClock): Record<Exclude<DeskFilter['view'], 'all'>, SQL<boolean>> => ({
  overdue: isOverdue(clock),
  near: isNear(clock),
  second: sql<boolean>`${contract.status} = 'endorsed'`,
  large: isLarge(clock),
  disputed: sql<boolean>`${contract.disputed}`,
  clean: isClean(clock),
})

/** The same weights as `riskOf` of the domain. */
function risk(clock: DeskClock): SQL<number> {
  const add = (condition: SQL | unknown, weight: number) =>
    sql`case when ${condition} then ${sql.raw(String(weight))} else 0 end`
  const parts = [
    add(sql`${contract.disputed}`, riskWeights.disputed),
    add(sql`${contract.maybeDuplicate}`, riskWeights.maybeDuplicate),
    add(isLarge(clock), riskWeights.large),
    add(sql`${contract.isForeign}`, riskWeights.isForeign),
    sql`least(${contract.warnings}, ${sql.raw(String(MOST_WARNINGS))}) * ${sql.raw(String(riskWeights.warning))}`,
    add(sql`${contract.seeksBenefits}`, riskWeights.seeksBenefits),
    add(sql`${contract.returns} > 0`, riskWeights.returned),
  ]
  return sql<number>`(${sql.join(parts, sql` + `)})`
}

/** `inDeskOrder` of the domain, in SQL. */
const deskOrder = (clock: DeskClock): SQL =>
  sql`case when ${isOverdue(clock)} then 0 when ${isNear(clock)} then 1 else 2 end, ${risk(clock)} desc,
    ${contract.dueOn}, ${contract.submittedAt}, ${contract.id}`

const narrowed = (filter: Partial<Pick<DeskFilter, 'unit' | 'type'>>) => [
  filter.unit ? eq(contract.unit, filter.unit) : undefined,
  filter.type ? sql`left(${contract.subtype}, 1) = ${filter.type}` : undefined,
]

const within = (actor: Actor, filter: DeskFilter, clock: DeskClock): SQL =>
  visibleAnd(
    actor,
    waits,
    ...narrowed(filter),
    filter.view === 'all' ? undefined : inView(clock)[filter.view],
  )

const columns = (clock: DeskClock) => ({
  id: contract.id,
  localNumber: contract.localNumber,
  unit: contract.unit,
  status: sql<'submitted' | 'endorsed'>`${contract.status}`,
  revision: contract.revision,
  name: contract.name,
  subtype: contract.subtype,
  sellerName: contract.sellerName,
  buyerName: contract.buyerName,
  turnover: contract.turnover,
  technology: contract.technology,
  enteredBy: contract.enteredBy,
  editedBy: contract.editedBy,
  firstApprover: contract.firstApprover,
  submittedAt: contract.submittedAt,
  acceptedOn: contract.acceptedOn,
  dueOn: contract.dueOn,
  disputed: contract.disputed,
  warnings: contract.warnings,
  maybeDuplicate: contract.maybeDuplicate,
  returns: contract.returns,
  seeksBenefits: contract.seeksBenefits,
  isForeign: contract.isForeign,
  large: isLarge(clock),
  clean: isClean(clock),
})

export type WaitingRow = Awaited<ReturnType<typeof readWaiting>>[number]

/** The first rows of the desk in its order. */
export function readWaiting(tx: Tx, actor: Actor, filter: DeskFilter, clock: DeskClock) {
  return tx
    .select(columns(clock))
    .from(contract)
    .where(within(actor, filter, clock))
    .orderBy(deskOrder(clock))
    .limit(filter.show)
}

/** How many wait in each unit and view, under the same type: one pass over what waits. */
export async function countWaiting(tx: Tx, actor: Actor, filter: DeskFilter, clock: DeskClock) {
  const views = inView(clock)
  const count = (condition: SQL) => sql<number>`count(*) filter (where ${condition})::integer`
  return tx
    .select({
      unit: contract.unit,
      all: sql<number>`count(*)::integer`,
      overdue: count(views.overdue),
      near: count(views.near),
      second: count(views.second),
      large: count(views.large),
      disputed: count(views.disputed),
      clean: count(views.clean),
    })
    .from(contract)
    .where(visibleAnd(actor, waits, ...narrowed({ type: filter.type })))
    .groupBy(contract.unit)
}

/**
 * The neighbours of a contract in the queue, skipping those the actor may not decide; where it no longer waits, the
 * first of the queue is next. `place` counts from 1.
 */
export async function readNeighbours(
  tx: Tx,
  actor: Actor,
  filter: DeskFilter,
  clock: DeskClock,
  id: string,
): Promise<{ previous: string | null; next: string | null; place: number | null; of: number }> {
  const mine = sql`(${contract.id} = ${id} or not (${contract.enteredBy} = ${actor.id} or ${contract.editedBy} = ${actor.id}
    or coalesce(${contract.firstApprover} = ${actor.id}, false)))`
  const rows = await tx.execute<{
    id: string
    previous: string | null
    next: string | null
    place: number
    of: number
  }>(sql`
    select * from (
      select ${contract.id} as id, lag(${contract.id}) over w as previous, lead(${contract.id}) over w as next,
        (row_number() over w)::integer as place, (count(*) over ())::integer as of
      from ${contract} where ${and(within(actor, filter, clock), mine)}
      window w as (order by ${deskOrder(clock)})
    ) queue
    where id = ${id} or place = 1 order by (id = ${id}) desc limit 1`)
  const [found] = rows
  if (!found) return { previous: null, next: null, place: null, of: 0 }
  if (found.id !== id) return { previous: null, next: found.id, place: null, of: found.of }
  return { previous: found.previous, next: found.next, place: found.place, of: found.of }
}

/** Waiting contracts among the given, whole, for the batch. */
export async function readChosen(tx: Tx, actor: Actor, ids: readonly string[], clock: DeskClock) {
  return tx
    .select({ ...columns(clock), content: contract.content })
    .from(contract)
    .where(visibleAnd(actor, waits, sql`${contract.id} = any(${sql.param([...ids])}::uuid[])`))
    .orderBy(deskOrder(clock))
}

/** Status and revision of a contract within reach; null where it does not exist for the actor. */
export async function standingOf(tx: Tx, actor: Actor, id: string) {
  const [row] = await tx
    .select({ revision: contract.revision, status: sql<Status>`${contract.status}` })
    .from(contract)
    .where(visibleAnd(actor, eq(contract.id, id)))
  return row ?? null
}

/** What the actor registered of a contract that they saw at this revision, and nobody touched since; null otherwise. */
export async function findRegisteredBy(tx: Tx, actor: Actor, seen: { id: string; revision: number }) {
  const [row] = await tx
    .select({ localNumber: contract.localNumber, name: contract.name, number: contract.number })
    .from(contract)
    .where(
      visibleAnd(
        actor,
        eq(contract.id, seen.id),
        eq(contract.revision, seen.revision + 1),
        eq(contract.status, 'registered'),
        eq(contract.decidedBy, actor.id),
      ),
    )
  return row ?? null
}
