import type { ReportRefusal } from '@/lib/domain/checker/refusals'
import type { CheckedReport } from '@/lib/domain/checker/report'
import type { Ledger } from '@/lib/domain/statistics/book'

/** What is asked of the thread that reads and checks a report; `word` in the language of the person who asks. */
export interface Errand {
  source: Uint8Array | string
  form: { kind: 'report' } | { kind: 'word'; locale: string }
}

/** What the register says of the years of a report. */
export interface Known {
  ledgers: ReadonlyMap<number, Ledger>
  unit: string | null
}

export type Outcome = CheckedReport | Uint8Array<ArrayBuffer>

/** What the thread says, in this order; `years` is answered with what is `Known`. */
export type Told =
  | { kind: 'years'; years: number[] }
  | { kind: 'done'; outcome: Outcome }
  | { kind: 'unreadable'; reason: ReportRefusal }
