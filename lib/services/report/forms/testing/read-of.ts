import { type Case, reported, within } from '@/lib/domain/report/testing/reported'
import { tablesOfView } from '@/lib/domain/statistics/catalogue'
import { compute } from '@/lib/domain/statistics/compute'
import { ledgerOf } from '@/lib/domain/statistics/ledger-of'
import { knownUnits } from '@/lib/domain/statistics/testing/random-years'
import type { ReadReport } from '../../read-report'

/** A report as it is read from a register that holds these contracts. */
export function readOf(asked: Case, moments: { asOf?: Date; readAt?: Date } = {}): ReadReport {
  const one = within(asked)
  const book = { this: ledgerOf(one.now, one.elsewhere), last: ledgerOf(one.earlier) }
  return {
    ...reported(asked),
    asOf: moments.asOf ?? null,
    readAt: moments.readAt ?? new Date('2025-01-20T02:30:00Z'),
    sameDay: null,
    units: knownUnits,
    book,
    tables: tablesOfView(one.unit).flatMap((spec) =>
      spec.kind === 'contracts' ? [] : [{ spec, table: compute(spec, book, knownUnits) }],
    ),
  }
}
