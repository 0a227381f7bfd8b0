import type { TableId } from '../statistics/catalogue'
import type { Words } from '../words'
import type { PrintedIn } from './rounding'
import type { Said } from './spans'

/** One sentence and the claims it makes, each of which the year's data bear out. */
export interface Sentence {
  id: string
  claims: readonly string[]
  said: Said
  /** The sentence that it goes on from (其中, 之后): without that it says nothing. */
  after?: string
}

export type Block =
  | { kind: 'heading'; id: string; words: Words }
  /** `id` stays the same whichever of its sentences a year tells. */
  | { kind: 'paragraph'; id: string; sentences: readonly Sentence[] }
  /** A table of the catalogue, drawn from its own figures. */
  | { kind: 'table'; id: string; table: TableId; number: number; caption: Said }
  /** A chart of a table; `statement` is what the chart says (see `statistics/statements`). */
  | { kind: 'figure'; id: string; table: TableId; number: number; caption: Said; statement: Words }
  /** `on`: what a generated one speaks of; it stands as long as some of that is printed. */
  | { kind: 'note'; id: string; said: Said; on?: { table: TableId; printedIn: PrintedIn } }
  /** A paragraph that staff wrote around what the register tells. */
  | { kind: 'own'; id: string; said: Said }

export interface Chapter {
  id: string
  /** Numbered in its order, 一、二、…; the opening has no heading. */
  heading: Words | null
  blocks: readonly Block[]
}

/** The annual report of a year: of the whole Corps, or of one unit (分师报告). Page and files are drawn from it alone. */
export interface Report {
  year: number
  unit: string | null
  title: Said
  issuer: Words
  chapters: readonly Chapter[]
}
