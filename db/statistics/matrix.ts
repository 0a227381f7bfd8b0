import { and, eq, lte, sql } from 'drizzle-orm'
import type { Actor } from '@/lib/domain/access/actor'
import type { Sums } from '@/lib/domain/statistics/book'
import type { DimensionName } from '@/lib/domain/statistics/dimensions'
import type { Matrix } from '@/lib/domain/statistics/glance'
import type { Tx } from '../client'
import { posting, total } from '../schema'
import { figuresOf } from './reach'

/** The sums of a year by unit and member of a dimension: running totals are kept by unit, so this costs no more than one table. */
export async function readMatrix(
  tx: Tx,
  actor: Actor,
  dimension: DimensionName,
  { year, unit, asOf }: { year: number; unit: string | null; asOf: Date | null },
): Promise<Matrix> {
  const rows = asOf
    ? await tx
        .select({
          unit: posting.unit,
          member: posting[dimension],
          contracts: sql<string>`sum(${posting.sign})`,
          turnover: sql<string>`sum(${posting.sign} * ${posting.turnover})`,
          technology: sql<string>`sum(${posting.sign} * ${posting.technology})`,
        })
        .from(posting)
        .where(and(eq(posting.year, year), lte(posting.knownAt, asOf), figuresOf(actor, 'posting', unit)))
        .groupBy(posting.unit, posting[dimension])
    : await tx
        .select({
          unit: total.unit,
          member: total.member,
          contracts: total.contracts,
          turnover: total.turnover,
          technology: total.technology,
        })
        .from(total)
        .where(and(eq(total.year, year), eq(total.dimension, dimension), figuresOf(actor, 'total', unit)))
  const matrix = new Map<string, Map<string, Sums>>()
  for (const row of rows) {
    const members = matrix.get(row.unit) ?? new Map<string, Sums>()
    members.set(row.member, {
      contracts: BigInt(row.contracts),
      turnover: BigInt(row.turnover),
      technology: BigInt(row.technology),
    })
    matrix.set(row.unit, members)
  }
  return matrix
}
