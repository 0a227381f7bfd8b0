import 'server-only'
import { Problem, type UnfitSheet } from '@/lib/domain/problems'

/** A row of a file: its number there and its cells as text, days and amounts as the file keeps them. */
export interface SheetRow {
  at: number
  cells: string[]
}

export interface SheetLimits {
  rows: number
  columns: number
}

export const unfitSheet = (reason: UnfitSheet): Problem => new Problem({ code: 'unfit-sheet', reason })
