/** A run of a Word text, by what it takes to close it in the middle and begin it again. */
export interface Run {
  /** `<w:r …>` */
  open: string
  /** `<w:rPr>…</w:rPr>`, or nothing. */
  properties: string
  prefix: string
  hidden: boolean
}

/** A stretch of text by its place in the XML that it was read from. */
export interface Piece {
  /** In the text of the block. */
  at: number
  length: number
  run: Run
  /** The tag that opens it and the raw text behind that. */
  tag: { start: number; end: number }
  raw: { start: number; end: number }
}

/** A text that remembers where its pieces came from. */
export class Traced {
  text = ''
  readonly pieces: Piece[] = []

  /** What has no place of its own in the XML: a tab, the gap between paragraphs of a cell. */
  gap(text: string): void {
    this.text += text
  }

  add(text: string, piece: Omit<Piece, 'at' | 'length'>): void {
    this.pieces.push({ ...piece, at: this.text.length, length: text.length })
    this.text += text
  }

  /** Puts another behind this one. */
  append(other: Traced): void {
    for (const piece of other.pieces) this.pieces.push({ ...piece, at: piece.at + this.text.length })
    this.text += other.text
  }

  /** Without blanks around it. */
  trimmed(): Traced {
    const made = new Traced()
    made.text = this.text.trim()
    const cut = this.text.length - this.text.trimStart().length
    for (const piece of this.pieces) made.pieces.push({ ...piece, at: piece.at - cut })
    return made
  }
}

const reference = /&(?:#x([\da-f]+)|#(\d+)|(amp|lt|gt|quot|apos));/giy
const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The characters of raw XML text, each with where it begins there; an entity is one. */
function* characters(raw: string): Generator<[text: string, at: number]> {
  for (let at = 0; at < raw.length; ) {
    reference.lastIndex = at
    const [whole, hex, decimal, name] = (raw[at] === '&' && reference.exec(raw)) || []
    if (whole === undefined) {
      yield [raw[at] ?? '', at]
      at += 1
      continue
    }
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
    yield [name ? (named[name.toLowerCase()] ?? '') : code <= 0x10ffff ? String.fromCodePoint(code) : '', at]
    at += whole.length
  }
}

export function decoded(raw: string): string {
  if (!raw.includes('&')) return raw
  let text = ''
  for (const [character] of characters(raw)) text += character
  return text
}

/** Where a place of the decoded text stands in the raw one. */
export function rawOffset(raw: string, offset: number): number {
  if (!raw.includes('&')) return offset
  let length = 0
  for (const [character, at] of characters(raw)) {
    if (length >= offset) return at
    length += character.length
  }
  return raw.length
}
