import { type SQL, sql } from 'drizzle-orm'
import type { Actor } from '@/lib/domain/access/actor'
import { addDays, startOfDate } from '@/lib/domain/time/dates'
import type { Outcome } from '@/lib/domain/work/decisions'
import type { DecidedGroup } from '@/lib/domain/work/quality'
import type { ReturnGroup } from '@/lib/domain/work/returns'
import type { Tx } from '../client'
import { ordered } from '../conditions'
import { contract, contractEvent } from '../schema'
import { inReach, visible, visibleAnd } from '../visibility'
import { shanghaiDay } from './work-course'

/** Days in Asia/Shanghai, both ends included. */
export interface DaySpan {
  from: string
  to: string
}

const during = (instant: SQL, { from, to }: DaySpan): SQL => {
  const at = (day: string) => sql`${startOfDate(day).toISOString()}::timestamptz`
  return sql`${instant} >= ${at(from)} and ${instant} < ${at(addDays(to, 1))}`
}

/** The acts of returning, from the ledger; found first, then joined with the few contracts they are of. */
const returned = (span: DaySpan): SQL => sql`
  back as materialized (
    select ${contractEvent.contract} as contract, ${contractEvent.details} as details,
      ${shanghaiDay(sql`${contractEvent.at}`)} as day
    from ${contractEvent}
    where ${contractEvent.action} = 'return' and ${during(sql`${contractEvent.at}`, span)})`

const ofReturned = (actor: Actor): SQL =>
  sql`from back join ${inReach} on ${contract.id} = back.contract where ${visible(actor)}`

type ReturnRow = Omit<ReturnGroup, 'reasons'> & DecidedGroup & { codes: string[]; paths: string[] }

/** Returns of contracts within reach by unit, those with the same reasons counted together. */
export async function readReturns(
  tx: Tx,
  actor: Actor,
  span: DaySpan,
): Promise<(ReturnGroup & DecidedGroup)[]> {
  const rows = await tx.execute<ReturnRow & Record<string, unknown>>(sql`
    with ${returned(span)}
    select ${contract.unit} as unit, jsonb_path_query_array(details, '$.reasons[*].code') as codes,
      jsonb_path_query_array(details, '$.reasons[*].path') as paths, count(*)::integer as returns,
      count(details ->> 'dueOn')::integer as decided,
      count(*) filter (where day <= (details ->> 'dueOn')::date)::integer as "inTime"
    ${ofReturned(actor)} group by 1, 2, 3`)
  return rows.map(({ codes, paths, ...row }) => ({
    ...row,
    reasons: codes.map((code, index) => ({ code, path: paths[index] ?? '' })),
  }))
}

const refused = (actor: Actor, span: DaySpan): SQL =>
  visibleAnd(actor, sql`${contract.status} = 'refused'`, during(sql`${contract.decidedAt}`, span))

/** Refusals by unit whose deadline is on record, and how many came in time. */
export const readRefusals = async (tx: Tx, actor: Actor, span: DaySpan): Promise<DecidedGroup[]> => {
  const dueOn = sql`(${contractEvent.details} ->> 'dueOn')::date`
  return tx.execute<DecidedGroup & Record<string, unknown>>(sql`
    select ${contract.unit} as unit, count(${dueOn})::integer as decided,
      count(*) filter (where ${shanghaiDay(sql`${contractEvent.at}`)} <= ${dueOn})::integer as "inTime"
    from ${inReach} join ${contractEvent}
      on ${contractEvent.contract} = ${contract.id} and ${contractEvent.action} = 'refuse'
    where ${refused(actor, span)} group by 1`)
}

/** What was decided on each day: registrations and refusals by the contracts, returns by the ledger. */
export const readDecisions = async (tx: Tx, actor: Actor, span: DaySpan) =>
  tx.execute<{ day: string; outcome: Outcome; contracts: number }>(sql`
    with ${returned(span)}
    select ${contract.registeredOn}::text as day, 'registered' as outcome, count(*)::integer as contracts
    from ${inReach}
    where ${visible(actor)} and ${ordered.registeredOn} between ${span.from}::date and ${span.to}::date
    group by 1
    union all
    select day::text, 'returned', count(*)::integer ${ofReturned(actor)} group by 1
    union all
    select ${shanghaiDay(sql`${contract.decidedAt}`)}::text, 'refused', count(*)::integer
    from ${inReach} where ${refused(actor, span)} group by 1`)
