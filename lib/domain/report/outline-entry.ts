import type { TableId } from '../statistics/catalogue'
import type { Words } from '../words'
import type { PrintedIn } from './rounding'
import type { Source } from './source'
import type { Said } from './spans'

/** A sentence of the outline: what it says of a year, or null where there is nothing true to say. */
export interface Teller {
  id: string
  /** Tables it reads; a view without one of them goes without the sentence. */
  reads: readonly TableId[]
  /** The sentence that it goes on from (其中, 之后). */
  after?: string
  tell(source: Source): Told | null
}

export interface Told {
  /** What is claimed, by name; other data bring other claims. */
  claims: readonly string[]
  said: Said
}

export type BlockEntry =
  | { kind: 'heading'; id: string; words: Words; reads: readonly TableId[] }
  | { kind: 'paragraph'; tellers: readonly Teller[] }
  /** `caption` comes after the year. */
  | { kind: 'table' | 'figure'; id: string; table: TableId; caption: Words }
  /** What is printed where the rounded parts of a table don't add up to its rounded total. */
  | { kind: 'rounding'; table: TableId; printedIn: PrintedIn }

/** A chapter of the outline. What a view or an empty year has no use for falls out; a chapter without a block does too. */
export interface ChapterEntry {
  id: string
  heading: Words | null
  /** Told even of a year without turnover. */
  always?: true
  blocks: readonly BlockEntry[]
}

export const told = (claims: readonly string[], zh: Said['zh'], en: Said['en']): Told => ({
  claims,
  said: { zh, en },
})
