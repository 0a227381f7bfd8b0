import type { Block } from '@/lib/domain/checker/block'
import { type Piece, Traced } from './traced'

/** A block of a Word text and where each stretch of it stands in the XML. */
export interface TracedBlock {
  block: Block
  pieces: Piece[]
  /** Of a text box: the paragraph that it hangs at. */
  at?: Traced
}

export interface Cell {
  text: Traced
  span: number
}

export interface Row {
  cells: Traced[]
  deleted: boolean
}

export interface Paragraph {
  text: Traced
  heading: boolean
  inBox: boolean
}

/** Word knows no wider table. */
const WIDEST = 63

/** Empty cells: what a span covers, or a row leaves free at its beginning. */
export const blanks = (count: number): Traced[] =>
  Array.from({ length: Math.min(Math.max(count || 0, 0), WIDEST) }, () => new Traced())
