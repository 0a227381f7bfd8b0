import type { Difference } from '@/lib/domain/contract/diff'
import type { BatchStatus, FileFacts, RowTitle, Verdict } from '@/lib/domain/import/batch'
import type { ImportKind, Mapping } from '@/lib/domain/import/mapping'
import type { RowIssue } from '@/lib/domain/import/read-row'
import type { SeenColumn } from '@/lib/domain/import/understand'
import type { ProblemDetail } from '@/lib/domain/problems'

export interface ShownBatch {
  id: string
  kind: ImportKind
  status: BatchStatus
  fileName: string
  startedBy: string
  startedAt: Date
  counts: Record<Verdict | 'written' | 'applied' | 'asked' | 'undone' | 'met', number>
}

export interface ShownBatchRow {
  row: number
  title: RowTitle
  issues: readonly RowIssue[]
  differences: readonly Difference[]
  contract: string | null
  met: { number: string | null; status: string } | null
  outcome: string | null
  request: string | null
  refusal: ProblemDetail | null
}

export interface OpenBatch extends ShownBatch {
  file: FileFacts
  columns: readonly SeenColumn[]
  mapping: Mapping
  done: number
  problem: ProblemDetail | null
  hasFile: boolean
  since: { decided: number; edited: number; printed: readonly string[] }
  differing: { drafts: number; registered: number }
  verdict: Verdict
  rows: readonly ShownBatchRow[]
  next: number | null
}
