import { and, eq, sql } from 'drizzle-orm'
import type { Actor } from '@/lib/domain/access/actor'
import { addSums, noSums, type Sums } from '@/lib/domain/statistics/book'
import type { DimensionName } from '@/lib/domain/statistics/dimensions'
import type { Matrix } from '@/lib/domain/statistics/glance'
import type { Tx } from '../client'
import { posting, total } from '../schema'
import { type Way, wayTo } from './moment'
import { figuresOf } from './reach'
import { sumsOfRow } from './sums'

interface Asked {
  year: number
  unit: string | null
  asOf: Date | null
}

/** The sums of a year by unit and member of a dimension: running totals are kept by unit, so this costs no more than one table. */
export async function readMatrix(
  tx: Tx,
  actor: Actor,
  dimension: DimensionName,
  asked: Asked,
): Promise<Matrix> {
  const way = asked.asOf && (await wayTo(tx, [asked.year], asked.asOf))
  const parts = await Promise.all([
    way ? ofLines(tx, actor, dimension, asked, way) : [],
    !way || way.fromNow ? ofTotals(tx, actor, dimension, asked) : [],
  ])
  const matrix = new Map<string, Map<string, Sums>>()
  for (const { unit, member, ...row } of parts.flat()) {
    const members = matrix.get(unit) ?? new Map<string, Sums>()
    members.set(member, addSums(members.get(member) ?? noSums, sumsOfRow(row)))
    matrix.set(unit, members)
  }
  for (const [unit, members] of matrix) {
    for (const [member, { contracts }] of members) if (contracts === 0n) members.delete(member)
    if (members.size === 0) matrix.delete(unit)
  }
  return matrix
}

const ofTotals = (tx: Tx, actor: Actor, dimension: DimensionName, { year, unit }: Asked) =>
  tx
    .select({
      unit: total.unit,
      member: total.member,
      contracts: total.contracts,
      turnover: total.turnover,
      technology: total.technology,
    })
    .from(total)
    .where(and(eq(total.year, year), eq(total.dimension, dimension), figuresOf(actor, 'total', unit)))

const ofLines = (tx: Tx, actor: Actor, dimension: DimensionName, { year, unit }: Asked, way: Way) =>
  tx
    .select({
      unit: posting.unit,
      member: posting[dimension],
      contracts: sql<string>`sum(${way.sign})`,
      turnover: sql<string>`sum(${way.sign} * ${posting.turnover})`,
      technology: sql<string>`sum(${way.sign} * ${posting.technology})`,
    })
    .from(posting)
    .where(and(eq(posting.year, year), way.lines, figuresOf(actor, 'posting', unit)))
    .groupBy(posting.unit, posting[dimension])
