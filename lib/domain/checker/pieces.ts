import type { Span } from './claim'

/** A stretch of text under the same marks, each named by its place in the list of them. */
export interface Piece {
  text: string
  start: number
  marks: number[]
}

/**
 * Cuts a text where marks begin and end; the pieces make the text again.
 * @param from where the text begins in what the places of the marks count in
 */
export function piecesOf(text: string, marks: readonly (Span & { mark: number })[], from = 0): Piece[] {
  const near = marks.filter(({ start, end }) => start < from + text.length && end > from)
  const inside = near.flatMap(({ start, end }) => [start - from, end - from])
  const cuts = [...new Set([0, text.length, ...inside])]
    .filter((cut) => cut >= 0 && cut <= text.length)
    .sort((a, b) => a - b)
  return cuts.slice(1).map((end, index) => {
    const start = cuts[index] ?? 0
    const over = near.filter((one) => one.start - from < end && one.end - from > start)
    return { text: text.slice(start, end), start: from + start, marks: over.map(({ mark }) => mark) }
  })
}

/** Where each cell of a table begins in the table's text. */
export function cellStarts(rows: readonly (readonly string[])[]): number[][] {
  let at = 0
  return rows.map((row) => {
    const starts = row.map((cell) => {
      const start = at
      at += cell.length + 1
      return start
    })
    if (row.length === 0) at += 1
    return starts
  })
}

const AROUND = 14

/** A number with some words before and after it, on one line. */
export function excerptOf(
  text: string,
  { start, end }: Span,
): [before: string, printed: string, after: string] {
  const plain = (piece: string) => piece.replace(/\s+/g, ' ')
  const [from, until] = [Math.max(0, start - AROUND), Math.min(text.length, end + AROUND)]
  return [
    (from > 0 ? '…' : '') + plain(text.slice(from, start)),
    plain(text.slice(start, end)),
    plain(text.slice(end, until)) + (until < text.length ? '…' : ''),
  ]
}
