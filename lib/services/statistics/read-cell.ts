import 'server-only'
import { readUnits } from '@/db/queries/reference'
import { readBook } from '@/db/statistics/book'
import { readCell as readLines, sumCell } from '@/db/statistics/lines'
import { inSnapshot } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { Problem } from '@/lib/domain/problems'
import { addSums, noSums, type Sums, sumsOf } from '@/lib/domain/statistics/book'
import type { CountedContract } from '@/lib/domain/statistics/counted'
import type { CellFilter } from '@/lib/domain/statistics/drill'
import type { UnitMember } from '@/lib/domain/statistics/members'
import { lastDay, momentOf, unitOfView, unitsOf } from './read-year'

export interface CellContracts {
  /** What the statistics count, the same figure that was followed here. */
  sums: Sums
  /** One page, the last registered first. */
  contracts: readonly CountedContract[]
  /** Give it as `before` for the next page; null at the end. */
  next: number | null
  unit: string | null
  /** The past moment read; null for now. */
  asOf: Date | null
  units: readonly UnitMember[]
}

/**
 * The contracts behind one number of the statistics, and the number itself, from one snapshot.
 * @throws {Problem} as `readYear` does
 */
export async function readCell(
  actor: Actor,
  cell: CellFilter,
  choice: {
    unit?: string | null | undefined
    asOf?: Date | null | undefined
    before?: number | undefined
    most?: number
  } = {},
): Promise<CellContracts> {
  const { before, most = 50 } = choice
  const unit = unitOfView(actor, choice.unit ?? null)
  const asOf = await momentOf(choice.asOf)
  const reading = { unit, asOf }
  return inSnapshot(actor, async (tx, at) => {
    const [dated, book, found, ofDays] = await Promise.all([
      readUnits(tx, lastDay(cell.year, asOf ?? at)),
      readBook(tx, actor, cell.year, unit, asOf),
      readLines(tx, actor, cell, reading, { most: most + 1, before }),
      cell.from || cell.until ? sumCell(tx, actor, cell, reading) : null,
    ])
    if (unit !== null && !dated.has(unit)) throw new Problem({ code: 'not-found' })
    const { split, members } = cell
    const counted = (member: string) => sumsOf(book.this, split ?? 'all', member)
    const sums = ofDays ?? (split === null ? [''] : members).map(counted).reduce(addSums, noSums)
    const contracts = found.slice(0, most)
    const next = found.length > most ? (contracts.at(-1)?.posting ?? null) : null
    return { sums, contracts, next, unit, asOf, units: unitsOf(dated, book) }
  })
}
