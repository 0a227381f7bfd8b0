import { inArray, type SQL, sql } from 'drizzle-orm'
import type { Actor } from '@/lib/domain/access/actor'
import {
  addSums,
  type Book,
  type Ledger,
  noSums,
  type SplitName,
  type Sums,
} from '@/lib/domain/statistics/book'
import type { DimensionName } from '@/lib/domain/statistics/dimensions'
import type { Tx } from '../client'
import { inflow, posting, total } from '../schema'
import { instant, type Way, wayTo } from './moment'
import { figuresOf } from './reach'
import { sumsOfRow } from './sums'

type SumRow = Record<keyof Sums, string> & { year: number; split: SplitName; member: string }

/**
 * The sums of a year and the year before it, in fen. Live figures come from the running totals; those of a moment
 * (`asOf`) from the postings known by then, or from the totals without those known later. Read inside one snapshot.
 */
export async function readBook(
  tx: Tx,
  actor: Actor,
  year: number,
  unit: string | null,
  asOf: Date | null,
): Promise<Book> {
  const years = [year, year - 1]
  const way = asOf && (await wayTo(tx, years, asOf))
  const parts = await Promise.all([
    way ? tx.execute<SumRow>(sumsOfLines(actor, years, unit, way)) : [],
    !way || way.fromNow ? tx.execute<SumRow>(sumsNow(actor, years, unit)) : [],
    tx.execute<SumRow>(inflowSums(actor, years, unit, asOf)),
  ])
  const rows = parts.flatMap((part) => [...part])
  return { this: ledgerOf(rows, year), last: ledgerOf(rows, year - 1) }
}

const sumsNow = (actor: Actor, years: number[], unit: string | null): SQL => sql`
  with figures as materialized (
    select * from total where ${inArray(total.year, years)} and ${figuresOf(actor, 'total', unit)}
  )
  select year, dimension as split, member, sum(contracts) as contracts, sum(turnover) as turnover,
    sum(technology) as technology
  from figures group by year, dimension, member
  union all
  select year, 'unit', unit, contracts, turnover, technology from figures where dimension = 'all'`

/**
 * Dimensions that hang together or have few members are summed together first: four passes over the postings instead
 * of sixteen, and what is left to add up is a few thousand rows. A test proves that each dimension is in one of them.
 */
export const together = [
  ['unit', 'area', 'month', 'type', 'subtype'],
  ['flow', 'province', 'seller', 'buyer'],
  ['field', 'trade', 'plan', 'goal'],
  ['band', 'property'],
] as const satisfies readonly (readonly ('unit' | DimensionName)[])[]

const sumsOfLines = (actor: Actor, years: number[], unit: string | null, { lines, sign }: Way): SQL => {
  const list = (names: readonly string[]) =>
    sql.join(
      names.map((name) => sql.identifier(name)),
      sql`, `,
    )
  const all = together.flat()
  const sets = sql.join(
    together.map((names) => sql`(year, ${list(names)})`),
    sql`, `,
  )
  const splits = sql.join(
    all.map((name) => sql`(${sql.raw(`'${name}'`)}, ${sql.identifier(name)})`),
    sql`, `,
  )
  // No column of a posting is null, so null says that the row was not summed by it.
  return sql`
    with part as materialized (
      select year, ${list(all)}, sum(${sign}) as contracts, sum(${sign} * turnover) as turnover,
        sum(${sign} * technology) as technology
      from posting
      where ${inArray(posting.year, years)} and ${lines} and ${figuresOf(actor, 'posting', unit)}
      group by grouping sets (${sets})
    )
    select year, split, member, sum(contracts) as contracts, sum(turnover) as turnover,
      sum(technology) as technology
    from part, lateral (values ('all', case when unit is not null then '' end), ${splits}) as s (split, member)
    where member is not null
    group by year, split, member`
}

const inflowSums = (actor: Actor, years: number[], unit: string | null, asOf: Date | null): SQL => sql`
  select year, 'direction' as split, 'elsewhere' as member, count(*) as contracts, sum(turnover) as turnover,
    sum(technology) as technology
  from inflow
  where ${inArray(inflow.year, years)} and ${figuresOf(actor, 'inflow', unit)}
    and ${asOf ? sql`known_at <= ${instant(asOf)}` : sql`true`}
  group by year`

/** 流向兵团: sold and bought inside the Corps, so part of what flows in as well as of what flows out. */
const WITHIN = '1'

function ledgerOf(rows: readonly SumRow[], year: number): Ledger {
  const ledger = new Map<SplitName, Map<string, Sums>>()
  for (const row of rows) {
    if (row.year !== year) continue
    const sums = sumsOfRow(row)
    add(ledger, row.split, row.member, sums)
    if (row.split === 'all') add(ledger, 'direction', 'out', sums)
    if (row.split === 'flow' && row.member === WITHIN) add(ledger, 'direction', 'within', sums)
  }
  for (const members of ledger.values()) {
    for (const [member, sums] of members) if (isNone(sums)) members.delete(member)
  }
  return ledger
}

/** Nothing is left under it, or nothing was there yet. */
const isNone = ({ contracts, turnover, technology }: Sums): boolean =>
  contracts === 0n && turnover === 0n && technology === 0n

function add(ledger: Map<SplitName, Map<string, Sums>>, split: SplitName, member: string, sums: Sums): void {
  const members = ledger.get(split) ?? new Map<string, Sums>()
  ledger.set(split, members.set(member, addSums(members.get(member) ?? noSums, sums)))
}
