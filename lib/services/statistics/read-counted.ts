import 'server-only'
import { readUnits } from '@/db/queries/reference'
import { readCountedThen, sumCountedThen } from '@/db/statistics/lines'
import { inSnapshot, planEachTime } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import type { Filter } from '@/lib/domain/contract/filters'
import type { Sums } from '@/lib/domain/statistics/book'
import type { CountedContract } from '@/lib/domain/statistics/counted'
import type { UnitMember } from '@/lib/domain/statistics/members'
import { shanghaiDate } from '@/lib/domain/time/dates'
import { demandReach } from './read-cross'
import { momentOf, unitMembers } from './read-year'

export interface CountedThen {
  sums: Sums
  /** One page, the last posted first. */
  contracts: readonly CountedContract[]
  /** Give it as `before` for the next page; null at the end. */
  next: number | null
  asOf: Date
  units: readonly UnitMember[]
}

/**
 * The contracts that counted at a moment and pass the filters, asked of their words of then, from one snapshot; a moment
 * to come is now.
 * @throws {Problem} forbidden; not-found where a filter names a unit outside the actor's reach
 */
export async function readCounted(
  actor: Actor,
  asked: { filters: Filter[]; asOf: Date; before?: number | undefined; most?: number },
): Promise<CountedThen> {
  demandReach(actor, asked)
  const { filters, before, most = 50 } = asked
  const settled = await momentOf(asked.asOf)
  return inSnapshot(actor, async (tx, at) => {
    await planEachTime(tx)
    const asOf = settled ?? at
    const dated = await readUnits(tx, shanghaiDate(asOf))
    const sums = await sumCountedThen(tx, actor, { filters, asOf })
    const found = await readCountedThen(tx, actor, { filters, asOf }, { most: most + 1, before })
    const contracts = found.slice(0, most)
    const next = found.length > most ? (contracts.at(-1)?.posting ?? null) : null
    return { sums, contracts, next, asOf, units: unitMembers(dated, () => true) }
  })
}
