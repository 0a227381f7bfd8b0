import { eq, type SQL, sql } from 'drizzle-orm'
import type { Actor } from '@/lib/domain/access/actor'
import { reachOf } from '@/lib/domain/access/permissions'
import { dayTotal, inflow, posting, total } from '../schema'

const columns = {
  total: total.unit,
  dayTotal: dayTotal.unit,
  posting: posting.unit,
  inflow: inflow.buyerUnit,
}

/** Which figures exist for the actor, narrowed to a unit where one is asked for; every reader of figures joins it. */
export function figuresOf(actor: Actor, table: keyof typeof columns, unit: string | null): SQL {
  const reach = reachOf(actor.role, 'statistics.read')
  if (reach === null) return sql`false`
  const bound = reach === 'unit' ? (actor.unit ?? '') : unit
  if (reach === 'unit' && unit !== null && unit !== actor.unit) return sql`false`
  return bound === null ? sql`true` : eq(columns[table], bound)
}
