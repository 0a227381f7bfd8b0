import type { Cell } from '@/lib/domain/import/cell'
import { Problem, type UnreadableFile } from '@/lib/domain/problems'

/** A row that holds something, with its number as the spreadsheet shows it. */
export interface SheetRow {
  number: number
  cells: readonly Cell[]
}

/** What a reader came across that a person should know of. */
export interface Notes {
  /** Cells whose value was computed when the file was last saved. */
  formulas: number
  /** Formulas the file gives no value of. */
  uncomputed: number
  /** Ranges of merged cells; each cell of one says what its first says. */
  merged: number
}

/** A table file, open. `rows` may be read several times, each time from the beginning. */
export interface Table {
  format: 'xlsx' | 'csv'
  /** In the order of the file. A CSV file has one, without a name. */
  sheets: readonly { name: string; hidden: boolean }[]
  /** Of CSV: how it was written. */
  encoding?: 'utf-8' | 'utf-16le' | 'gb18030'
  delimiter?: ',' | ';' | '\t'
  rows(sheet: number, notes?: Notes): AsyncGenerator<SheetRow[]>
  close(): void
}

/** How much one file may hold. Files are hostile: whatever they say of themselves, no more is read. */
export const most = {
  /** Of an archive: parts, and bytes once unpacked. */
  parts: 2000,
  unpacked: 1024 ** 3,
  /** Unpacked to packed, from this size on. */
  ratio: 300,
  ratioFrom: 256 * 1024 ** 2,
  /** Characters of texts that cells share. */
  sharedText: 100_000_000,
  rows: 200_000,
  columns: 512,
  /** Characters of a cell, as Excel has it. */
  text: 32_767,
  merges: 50_000,
} as const

export const unreadable = (reason: UnreadableFile, at?: number) =>
  new Problem({ code: 'unreadable-file', reason, ...(at !== undefined && { at }) })

/** Rows handed over together. */
export const BATCH = 500

export const noNotes = (): Notes => ({ formulas: 0, uncomputed: 0, merged: 0 })
