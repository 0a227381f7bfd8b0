import type { Change } from '@/lib/domain/report/manuscript/changes'
import type { Choice } from '@/lib/domain/report/manuscript/choices'
import type { Manuscript } from '@/lib/domain/report/manuscript/model'
import type { Said } from '@/lib/domain/report/spans'
import type { Result } from '@/lib/domain/result'

/** Whose report of which year is written on. */
export interface ReportKey {
  year: number
  unit: string | null
}

/** What the slots of a manuscript say, by their keys. */
export type SlotValues = Readonly<Record<string, Said>>

/** A revision as it is saved; 0 where there is none. */
export interface Saved {
  revision: number
  content: Manuscript
}

export interface EditorActions {
  save: (input: {
    report: ReportKey
    base: number
    content: Manuscript
  }) => Promise<Result<{ revision: number }>>
  latest: (input: ReportKey) => Promise<Result<{ saved: Saved; values: SlotValues }>>
  slots: (input: { report: ReportKey } & ({ text: string } | { digits: string })) => Promise<Result<Choice[]>>
  comment: (input: { report: ReportKey; block: string; text: string }) => Promise<Result<{ id: string }>>
  resolve: (input: { id: string }) => Promise<Result<void>>
}

export interface ShownComment {
  id: string
  block: string
  text: string
  author: string
  by: string
  at: Date
  resolvedBy: string | null
  resolvedAt: Date | null
}

/** Savings of one person shortly after each other, by the last of them. */
export interface ShownSitting {
  revision: number
  by: string
  at: Date
  changes: readonly Change[]
}
