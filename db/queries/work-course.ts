import { eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { Actor } from '@/lib/domain/access/actor'
import type { DecidedGroup, RegisteredGroup } from '@/lib/domain/work/quality'
import type { Course } from '@/lib/domain/work/turnaround'
import type { Tx } from '../client'
import { contract } from '../schema'
import { inReach, visibleAnd } from '../visibility'

/** The day in Asia/Shanghai of an instant. */
export const shanghaiDay = (instant: SQL): SQL => sql`(${instant} at time zone 'Asia/Shanghai')::date`

/** Literal, so that the planner finds the index that holds these columns of registered contracts. */
const registered = sql`${contract.status} = 'registered'`

/** Days from each submission that was decided on to that decision. */
const centre = sql`(${contract.earlierDays} + (${contract.registeredOn} - ${contract.acceptedOn}))`

/**
 * What registered contracts of the years took, those alike counted together. A contract that was entered after it was
 * registered elsewhere has no such time and is left out.
 */
export const readCourses = async (tx: Tx, actor: Actor, years: readonly number[]): Promise<Course[]> => {
  const entered = shanghaiDay(sql`${contract.createdAt}`)
  return tx.execute<Course & Record<string, unknown>>(sql`
    select ${contract.year} as year, extract(month from ${contract.registeredOn})::integer as month,
      ${contract.registeredOn} - ${entered} - ${centre} as office, ${centre} as centre,
      count(*)::integer as contracts
    from ${inReach}
    where ${visibleAnd(actor, registered, inArray(contract.year, [...years]))}
      and ${entered} <= ${contract.acceptedOn}
    group by 1, 2, 3, 4`)
}

/** Registered contracts of a year by unit and days at the centre, with what quality is told by. */
export const readRegisteredGroups = async (
  tx: Tx,
  actor: Actor,
  year: number,
): Promise<(RegisteredGroup & DecidedGroup)[]> => {
  const count = (condition: SQL) => sql`count(*) filter (where ${condition})::integer`
  return tx.execute<RegisteredGroup & DecidedGroup & Record<string, unknown>>(sql`
    select ${contract.unit} as unit, ${centre} as centre, count(*)::integer as contracts,
      ${count(sql`${contract.returns} = 0`)} as first, ${count(sql`${contract.warnings} > 0`)} as warned,
      ${count(sql`${contract.maybeDuplicate}`)} as marked, count(${contract.dueOn})::integer as decided,
      ${count(sql`${contract.registeredOn} <= ${contract.dueOn}`)} as "inTime"
    from ${inReach} where ${visibleAnd(actor, registered, eq(contract.year, year))} group by 1, 2`)
}
