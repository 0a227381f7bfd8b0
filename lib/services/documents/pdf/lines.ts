/** A piece of text on a page: its left end and base line in points from the lower left corner. */
export interface Letters {
  text: string
  x: number
  y: number
  width: number
  /** Of the type, in points. */
  size: number
}

/** What stands together on a line, apart from the rest of it by a gap that is no blank. */
export interface Chunk {
  text: string
  left: number
  right: number
}

export interface Line {
  y: number
  size: number
  chunks: Chunk[]
}

/** A gap wider than this, in the size of the type, parts the cells of a table. */
const GAP = 0.9
/** A gap wider than this is a blank between words. */
const BLANK = 0.22

/** The lines of a page from the top, each from the left. */
export function linesOf(letters: readonly Letters[]): Line[] {
  const rows: Letters[][] = []
  for (const one of [...letters].sort((a, b) => b.y - a.y)) {
    const row = rows.at(-1)
    const first = row?.[0]
    // What is raised, or set smaller beside it, belongs to the line.
    if (row && first && first.y - one.y < 0.5 * Math.max(first.size, one.size)) row.push(one)
    else rows.push([one])
  }
  return rows.map(lineOf)
}

function lineOf(row: Letters[]): Line {
  const chunks: Chunk[] = []
  for (const { text, x, width, size } of row.sort((a, b) => a.x - b.x)) {
    const last = chunks.at(-1)
    const gap = last ? x - last.right : Number.POSITIVE_INFINITY
    if (!last || gap > GAP * size) chunks.push({ text, left: x, right: x + width })
    else {
      last.text += wordsApart(last.text, text, gap > BLANK * size) + text
      last.right = Math.max(last.right, x + width)
    }
  }
  const sizes = row.map(({ size }) => size).sort((a, b) => a - b)
  return {
    y: row[0]?.y ?? 0,
    size: sizes[sizes.length >> 1] ?? 1,
    chunks: chunks.map((chunk) => ({ ...chunk, text: chunk.text.trim() })).filter(({ text }) => text !== ''),
  }
}

/** Between Chinese characters, and between the digits of a number, a little air is no blank. */
const wordsApart = (before: string, after: string, apart: boolean): string =>
  apart && /[a-z]$/i.test(before) && /^[a-z]/i.test(after) ? ' ' : ''
