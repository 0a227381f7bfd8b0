import { and, asc, gt, isNotNull, sql } from 'drizzle-orm'
import { type Content, contentSchema } from '@/lib/domain/contract/content'
import { dimensionNames } from '@/lib/domain/statistics/dimensions'
import { database, type Tx } from './client'
import { contract, type posting, unitVersion } from './schema'

/** Seals what no running transaction can still precede; null when another process is at it. Returns the events sealed. */
export async function seal(): Promise<number | null> {
  return database().orm.transaction(async (tx) => {
    const [lock] = await tx.execute<{ taken: boolean }>(sql`select pg_try_advisory_xact_lock(7142) as taken`)
    if (!lock?.taken) return null
    const [made] = await tx.execute<{ events: number }>(sql`select jishi_seal() as events`)
    return made?.events ?? 0
  })
}

export type EventFault = { event: string; contract: string; seq: number; fault: 'altered' | 'missing-before' }
export type ContractFault = { contract: string; fault: 'no-event' | 'status' | 'content' }
export type SealFault = { seal: number; sealedAt: string; firstEvent: string | null }

/** What no longer fits together in events, contracts and seals; the first faults of each kind, events in their order. */
export async function readFaults(tx: Tx, most: number) {
  const events = await tx.execute<EventFault>(sql`select * from jishi_verify_events(${most})`)
  const contracts = await tx.execute<ContractFault>(sql`select * from jishi_verify_contracts(${most})`)
  const seals = await tx.execute<SealFault>(
    sql`select seal, sealed_at::text as "sealedAt", first_event as "firstEvent" from jishi_verify_seals() limit ${most}`,
  )
  return { events: [...events], contracts: [...contracts], seals: [...seals] }
}

export interface CountedRow {
  id: string
  unit: string
  registeredOn: string
  content: Content
  /** The posting that counts it; absent where there is none with that number. */
  line: typeof posting.$inferSelect | null
}

/** Registered contracts with the posting in force, a batch after an id. */
export async function readCounted(tx: Tx, after: string | null, most: number): Promise<CountedRow[]> {
  const rows = await tx.query.contract.findMany({
    columns: { id: true, unit: true, registeredOn: true, year: true, posting: true, content: true },
    where: and(isNotNull(contract.posting), after === null ? undefined : gt(contract.id, after)),
    orderBy: asc(contract.id),
    limit: most,
  })
  const ids = rows.flatMap(({ posting }) => posting ?? [])
  const years = [...new Set(rows.flatMap(({ year }) => year ?? []))]
  const lines =
    ids.length === 0
      ? []
      : await tx.query.posting.findMany({
          where: (line, { inArray, and }) => and(inArray(line.year, years), inArray(line.id, ids)),
        })
  const byId = new Map(lines.map((line) => [line.id, line]))
  return rows.map(({ id, unit, registeredOn, content, posting }) => {
    const line = byId.get(posting ?? -1)
    return {
      id,
      unit,
      registeredOn: registeredOn ?? '',
      content: contentSchema.parse(content),
      line: line?.contract === id && line.sign === 1 ? line : null,
    }
  })
}

/** Every version of every unit, the earliest first: a contract's area is that of the day it was registered. */
export const readUnitVersions = (tx: Tx) => tx.select().from(unitVersion).orderBy(unitVersion.validFrom)

/** Contracts whose postings add up to something else than their standing says: one line in force, or none. */
export async function readStrayLines(tx: Tx, most: number): Promise<{ contract: string; lines: number }[]> {
  const rows = await tx.execute<{ contract: string; lines: string }>(sql`
    select summed.contract, summed.lines
    from (select contract, sum(sign) as lines from posting group by contract) summed
      left join contract on contract.id = summed.contract
    where summed.lines <> case when contract.posting is null then 0 else 1 end
    order by summed.contract limit ${most}`)
  return [...rows].map(({ contract, lines }) => ({ contract, lines: Number(lines) }))
}

export interface TotalFault {
  year: number
  unit: string
  split: string
  member: string
  kept: [contracts: string, turnover: string, technology: string]
  posted: [contracts: string, turnover: string, technology: string]
}

/** Running totals that differ from the sum of the postings; amounts in fen. */
export async function readTotalFaults(tx: Tx, most: number): Promise<TotalFault[]> {
  const splits = sql.join(
    dimensionNames.map((name) => sql`(${sql.raw(`'${name}'`)}, ${sql.identifier(name)})`),
    sql`, `,
  )
  const three = (table: string) => {
    const value = (name: string) => sql`coalesce(${sql.raw(`${table}.${name}`)}, 0)::text`
    return sql`array[${value('contracts')}, ${value('turnover')}, ${value('technology')}]`
  }
  const rows = await tx.execute<{ [K in keyof TotalFault]: TotalFault[K] }>(sql`
    with posted as (
      select year, unit, split, member, sum(sign) as contracts, sum(sign * turnover) as turnover,
        sum(sign * technology) as technology
      from posting, lateral (values ('all', ''), ('day', registered_on::text), ${splits}) as s (split, member)
      group by year, unit, split, member
    ), kept as (
      select year, unit, dimension, member, contracts, turnover, technology from total
      union all select year, unit, 'day', day::text, contracts, turnover, technology from day_total
    )
    select coalesce(kept.year, posted.year) as year, coalesce(kept.unit, posted.unit) as unit,
      coalesce(kept.dimension, posted.split) as split, coalesce(kept.member, posted.member) as member,
      ${three('kept')} as kept, ${three('posted')} as posted
    from kept full join posted on posted.year = kept.year and posted.unit = kept.unit
      and posted.split = kept.dimension and posted.member = kept.member
    where ${three('kept')} <> ${three('posted')}
    order by 1, 2, 3, 4 limit ${most}`)
  return [...rows]
}
