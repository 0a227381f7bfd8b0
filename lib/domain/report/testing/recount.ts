import { expect } from 'vitest'
import type { Facts } from '../../statistics/facts'
import { firstInstitutions } from '../../work-records/institutions'
import { rollUp } from '../../work-records/roll-up'
import { specOf } from '../source'
import type { NumberSpan, ReportMeasure } from '../spans'
import { scopeOf } from '../work-numbers'
import type { Case } from './reported'

/** An exact figure as numerator and denominator. */
export type Exact = readonly [n: bigint, d: bigint]

type Sum = { contracts: bigint; turnover: bigint; technology: bigint }

/** This year's and last year's sums behind a number, from the contracts themselves. */
function sumsBehind(one: Case, { of }: NumberSpan, members = of?.members ?? []): { now: Sum; earlier: Sum } {
  const split = of ? specOf(of.table).split : 'all'
  const test = (facts: Facts) =>
    members.length === 0 ||
    (split === 'direction'
      ? members.includes('out') || (members.includes('within') && facts.flow === '1')
      : members.includes(split === 'all' ? '' : facts[split]))
  const add = (facts: readonly Facts[], more: readonly Sum[] = []): Sum =>
    [...facts.filter(test).map((fact) => ({ ...fact, contracts: 1n })), ...more].reduce<Sum>(
      (a, b) => ({
        contracts: a.contracts + b.contracts,
        turnover: a.turnover + b.turnover,
        technology: a.technology + b.technology,
      }),
      { contracts: 0n, turnover: 0n, technology: 0n },
    )
  const flowsIn = split === 'direction' && members.includes('elsewhere') ? one.elsewhere : []
  return { now: add(one.now, flowsIn), earlier: add(one.earlier) }
}

/** What a number of the statistics comes to; null for numbers that a sentence's own reading counts. */
export function recount(one: Case, span: NumberSpan): Exact | null {
  const { now, earlier } = sumsBehind(one, span)
  const { now: all, earlier: allThen } = sumsBehind(one, span, [])
  const other = sumsBehind(one, span, span.of?.to ?? [])
  const last = span.year < one.year
  const exact: Partial<Record<ReportMeasure, Exact>> = {
    contracts: [now.contracts, 1n],
    contractsLast: [earlier.contracts, 1n],
    contractsIncrease: [now.contracts - earlier.contracts, 1n],
    turnover: [now.turnover, 1n],
    turnoverLast: [earlier.turnover, 1n],
    turnoverIncrease: [now.turnover - earlier.turnover, 1n],
    technology: [now.technology, 1n],
    turnoverGrowth: [now.turnover - earlier.turnover, earlier.turnover],
    turnoverMultiple: [now.turnover, earlier.turnover],
    turnoverShare: [now.turnover, all.turnover],
    contribution: [now.turnover - earlier.turnover, all.turnover - allThen.turnover],
    mean: [now.turnover, now.contracts],
    meanLast: [earlier.turnover, earlier.contracts],
    meanGrowth: [
      now.turnover * earlier.contracts - earlier.turnover * now.contracts,
      earlier.turnover * now.contracts,
    ],
    meanMultiple: [now.turnover * earlier.contracts, earlier.turnover * now.contracts],
    ratio: last ? [earlier.turnover, other.earlier.turnover] : [now.turnover, other.now.turnover],
    year: [BigInt(span.year), 1n],
    corrected: [BigInt(one.audits?.corrected ?? -1), 1n],
    revoked: [BigInt(one.audits?.revoked ?? -1), 1n],
    audits: [BigInt(one.audits?.campaigns ?? -1), 1n],
  }
  return exact[span.measure] ?? null
}

/** What the records that a number leads to come to: the register's list asks them in the same words. */
export function behindTheRecords({ work = [], unit, ...one }: Case, span: NumberSpan): bigint | null {
  if (!span.records) return null
  const { measure, member } = span.records
  const scope = scopeOf({ unit, institutions: firstInstitutions, ...one })
  const { n, records } = rollUp(measure, work, scope, member)
  expect(records.length > 0, span.text).toBe(n > 0)
  return BigInt(n)
}

/** What the contracts behind a door come to. */
export function behindTheDoor(one: Case, span: NumberSpan): bigint | null {
  const { door, measure } = span
  if (!door) return null
  const what = measure.startsWith('contracts')
    ? 'contracts'
    : measure.startsWith('turnover')
      ? 'turnover'
      : 'technology'
  const { split, members } = door
  return (door.year === one.year ? one.now : one.earlier)
    .filter((facts) => split === null || members.includes(facts[split]))
    .reduce((sum, facts) => sum + (what === 'contracts' ? 1n : facts[what]), 0n)
}
