import { type SQL, sql } from 'drizzle-orm'
import type { Actor } from '@/lib/domain/access/actor'
import type { Act } from '@/lib/domain/edition/errata'
import { actOf, causeOf } from '@/lib/domain/statistics/bridge'
import { dimensionNames } from '@/lib/domain/statistics/dimensions'
import type { Facts } from '@/lib/domain/statistics/facts'
import type { Tx } from '../client'
import { posting } from '../schema'
import { instant } from './moment'
import { figuresOf } from './reach'

type Line = Act['lines'][number]
type Row = Record<keyof Omit<Facts, 'year'> | 'event' | 'id' | 'number' | 'name' | 'action', string> & {
  sign: number
}

const columns: SQL = sql.join(
  ['unit', 'turnover', 'technology', ...dimensionNames].map((name) => sql`posting.${sql.identifier(name)}`),
  sql`, `,
)

/**
 * The acts that moved the figures of a year's report, which tells of the year and the one before, after one moment and up
 * to another: each with what it took out and put in, and under which members.
 */
export async function readPostedActs(
  tx: Tx,
  actor: Actor,
  { year, unit, from, to }: { year: number; unit: string | null; from: Date; to: Date },
): Promise<Act[]> {
  const rows = await tx.execute<Row>(sql`
    select ${columns}, posting.sign, posting.event, line.id, line.number, line.name, line.action
    from posting join counted_line line on line.year = posting.year and line.posting = posting.id
    where posting.year in (${year}, ${year - 1}) and ${posting.knownAt} > ${instant(from)}
      and ${posting.knownAt} <= ${instant(to)} and ${figuresOf(actor, 'posting', unit)}
    order by posting.id`)
  const byEvent = new Map<string, Row[]>()
  for (const row of rows) byEvent.set(row.event, [...(byEvent.get(row.event) ?? []), row])
  return [...byEvent.values()].flatMap((lines): Act[] => {
    const [first] = lines
    if (!first) return []
    const { id, number, name, unit: of } = first
    // What only put a line in is a registration, as on the bridge.
    const action = lines.some(({ sign }) => sign < 0) ? first.action : actOf.registered
    return [{ cause: causeOf(action), contract: { id, number, name, unit: of }, lines: lines.map(lineOf) }]
  })
}

function lineOf({ event: _, id: __, number: ___, name: ____, action: _____, ...row }: Row): Line {
  const { sign, turnover, technology, ...members } = row
  return {
    ...members,
    sign: Number(sign),
    turnover: BigInt(turnover),
    technology: BigInt(technology),
  } as Line
}
