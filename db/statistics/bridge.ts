import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { Actor } from '@/lib/domain/access/actor'
import { noSums, type Sums } from '@/lib/domain/statistics/book'
import { actOf, type BridgeLine, type Cause, type Moved } from '@/lib/domain/statistics/bridge'
import type { Tx } from '../client'
import { posting } from '../schema'
import { instant } from './moment'
import { figuresOf } from './reach'
import { sumsOfRow } from './sums'

export interface Span {
  year: number
  unit: string | null
  /** Lines known after this moment … */
  from: Date
  /** … and up to this one; null for whatever is there. */
  to: Date | null
}

const posted = (actor: Actor, { year, unit, from, to }: Span): SQL =>
  and(
    eq(posting.year, year),
    sql`${posting.knownAt} > ${instant(from)}`,
    to === null ? undefined : sql`${posting.knownAt} <= ${instant(to)}`,
    figuresOf(actor, 'posting', unit),
  ) as SQL

/**
 * The acts that took a line out, the few among the many; what put a line in without taking one out is a registration,
 * so that a year's registrations need not be looked up one by one.
 */
const takenOut = (year: number): SQL => sql`
  taken as materialized (select event, action from counted_line where year = ${year} and sign = -1)`

/** The line that stands for its act: the one put in, or the one taken out where none was. */
const standsForAct = sql`(${posting.sign} = 1 or not exists (
  select from posting other where other.year = ${posting.year} and other.contract = ${posting.contract}
    and other.event = ${posting.event} and other.sign = 1))`

/** What was posted between two moments, by the kind of act. */
export async function readMoved(tx: Tx, actor: Actor, span: Span): Promise<Moved[]> {
  const rows = await tx.execute<Record<keyof Sums | 'action' | 'acts', string>>(sql`
    with ${takenOut(span.year)}
    select coalesce(taken.action, ${actOf.registered}) as action, count(*) filter (where ${standsForAct}) as acts,
      sum(sign) as contracts, sum(sign * turnover) as turnover, sum(sign * technology) as technology
    from posting left join taken on taken.event = posting.event
    where ${posted(actor, span)} group by 1`)
  return [...rows].map(({ action, acts, ...sums }) => ({
    action,
    acts: BigInt(acts),
    change: sumsOfRow(sums),
  }))
}

/** What counted at a moment, as a whole. */
export async function readWhole(
  tx: Tx,
  actor: Actor,
  { year, unit, at }: { year: number; unit: string | null; at: Date },
): Promise<Sums> {
  const later = sql`${posting.knownAt} > ${instant(at)}`
  const [row] = await tx.execute<Record<keyof Sums, string>>(sql`
    select sum(contracts) as contracts, sum(turnover) as turnover, sum(technology) as technology from (
      select contracts, turnover, technology from total
      where year = ${year} and dimension = 'all' and ${figuresOf(actor, 'total', unit)}
      union all
      select -sign, -sign * turnover, -sign * technology from posting
      where ${eq(posting.year, year)} and ${later} and ${figuresOf(actor, 'posting', unit)}
    ) parts`)
  return row ? sumsOfRow(row) : noSums
}

type LineRow = Record<'posting' | 'id' | 'number' | 'name' | 'unit', string> & {
  at: Date | string
  before: [string, string] | null
  after: [string, string] | null
}

const acted = (cause: Cause): SQL => {
  const action = sql`coalesce(taken.action, ${actOf.registered})`
  if (cause !== 'other') return sql`${action} = ${actOf[cause]}`
  return sql`${action} not in (${sql.join(
    Object.values(actOf).map((known) => sql`${known}`),
    sql`, `,
  )})`
}

/** One page of the acts of a cause, the last first, each with what its contract counted before and after. */
export async function readBridgeLines(
  tx: Tx,
  actor: Actor,
  span: Span,
  { cause, most, before }: { cause: Cause; most: number; before?: number | undefined },
): Promise<BridgeLine[]> {
  const amounts = sql`json_build_array(turnover::text, technology::text)`
  const rows = await tx.execute<LineRow>(sql`
    with ${takenOut(span.year)}, shown as materialized (
      select posting.* from posting left join taken on taken.event = posting.event
      where ${posted(actor, span)} and ${acted(cause)} and ${standsForAct}
        and ${before === undefined ? sql`true` : sql`posting.id < ${before}`}
      order by posting.id desc limit ${most}
    )
    select shown.id as posting, line.id, line.number, line.name, shown.unit, shown.known_at as at,
      (select ${amounts} from posting back where back.year = shown.year and back.contract = shown.contract
        and back.event = shown.event and back.sign = -1) as before,
      case when shown.sign = 1 then json_build_array(shown.turnover::text, shown.technology::text) end as after
    from shown join counted_line line on line.year = shown.year and line.posting = shown.id
    order by shown.id desc`)
  return [...rows].map((row) => ({
    ...row,
    posting: Number(row.posting),
    at: new Date(row.at),
    before: amountsOf(row.before),
    after: amountsOf(row.after),
  }))
}

const amountsOf = (pair: [string, string] | null) =>
  pair && { turnover: BigInt(pair[0]), technology: BigInt(pair[1]) }
