import { sql } from 'drizzle-orm'
import type { Actor } from '@/lib/domain/access/actor'
import type { DeskDay } from '@/lib/domain/approval/order'
import type { WaitingContract, WaitingKind } from '@/lib/domain/work/office-work'
import type { Tx } from '../client'
import { contract, contractEvent } from '../schema'
import { inReach, visibleAnd } from '../visibility'
import { waits } from './desk'
import { shanghaiDay } from './work-course'

/** What an office has in hand: its drafts, what came back, and what lies at the centre. */
const kind = sql`case when ${waits} then 'submitted' else ${contract.status} end`

/** The day a contract began to wait where it is: entered, returned, accepted. */
const since = sql`case ${contract.status}
  when 'draft' then ${shanghaiDay(sql`${contract.createdAt}`)}
  when 'returned' then (
    select ${shanghaiDay(sql`max(${contractEvent.at})`)} from ${contractEvent}
    where ${contractEvent.contract} = ${contract.id} and ${contractEvent.action} = 'return')
  else ${contract.acceptedOn} end`

const inHand = (actor: Actor) =>
  visibleAnd(actor, sql`${contract.status} in ('draft', 'returned', 'submitted', 'endorsed')`)

interface CountedSince {
  kind: WaitingKind
  since: string
  contracts: number
  overdue: number
  near: number
}

/** How many of an office's contracts wait since each day, and of those at the centre how many are overdue or due soon. */
export const countInHand = async (
  tx: Tx,
  actor: Actor,
  { today, nearUntil }: DeskDay,
): Promise<CountedSince[]> =>
  tx.execute<CountedSince & Record<string, unknown>>(sql`
    select ${kind} as kind, (${since})::text as since, count(*)::integer as contracts,
      count(*) filter (where ${contract.dueOn} < ${today}::date)::integer as overdue,
      count(*) filter (where ${contract.dueOn} between ${today}::date and ${nearUntil}::date)::integer as near
    from ${inReach} where ${inHand(actor)} group by 1, 2`)

type FirstRow = WaitingContract & { kind: WaitingKind }

/** Of each kind the contracts that should be seen to first: due first, else waiting longest. */
export const readFirstInHand = async (tx: Tx, actor: Actor, most: number): Promise<FirstRow[]> =>
  tx.execute<FirstRow & Record<string, unknown>>(sql`
    select kind, id, unit, name, "localNumber", since::text as since, due_on::text as "dueOn", points from (
      select held.*, row_number() over (partition by kind order by coalesce(due_on, since), "localNumber") as place
      from (
        select ${kind} as kind, ${contract.id} as id, ${contract.unit} as unit, ${contract.name} as name,
          ${contract.localNumber} as "localNumber", ${since} as since, ${contract.dueOn} as due_on,
          coalesce(jsonb_array_length(${contract.verdict} -> 'reasons'), 0) as points
        from ${inReach} where ${inHand(actor)}
      ) held
    ) placed
    where place <= ${most} order by kind, place`)

/** How many contracts at the centre were accepted on each day, by unit. */
export const countByAcceptance = async (tx: Tx, actor: Actor) =>
  tx.execute<{ unit: string; since: string; contracts: number }>(sql`
    select ${contract.unit} as unit, ${contract.acceptedOn}::text as since, count(*)::integer as contracts
    from ${inReach} where ${visibleAnd(actor, waits)} group by 1, 2`)

/** The contracts at the centre whose deadlines come first, overdue ones before all. */
export const readNearest = async (tx: Tx, actor: Actor, most: number): Promise<WaitingContract[]> =>
  tx.execute<WaitingContract & Record<string, unknown>>(sql`
    select ${contract.id} as id, ${contract.unit} as unit, ${contract.name} as name,
      ${contract.localNumber} as "localNumber", ${contract.acceptedOn}::text as since,
      ${contract.dueOn}::text as "dueOn", 0 as points
    from ${inReach} where ${visibleAnd(actor, waits)}
    order by ${contract.dueOn}, ${contract.submittedAt}, ${contract.id} limit ${most}`)
