/** Something that stands on a page as a whole. */
export interface Piece<Content> {
  height: number
  /** Distance to what is above; none at the head of a page. */
  before?: number
  /** Stands on the page of the piece after it. */
  keepNext?: boolean
  /** Begins a page of its own. */
  newPage?: boolean
  /** Repeated above it where it begins a page: the head of a table. */
  head?: { height: number; content: Content }
  content: Content
}

export interface Placed<Content> {
  page: number
  /** From the top of the text, in points. */
  y: number
  /** A head that is repeated. */
  repeated: boolean
  content: Content
}

/**
 * Pieces one below the other on pages of `height`. What is kept together moves to the next page together; only what is
 * taller than a page is parted.
 */
export function flowed<Content>(
  pieces: readonly Piece<Content>[],
  height: number,
  firstPage = 0,
): Placed<Content>[] {
  const placed: Placed<Content>[] = []
  let page = firstPage
  let y = 0
  const turn = () => {
    page += 1
    y = 0
  }
  for (let at = 0; at < pieces.length; ) {
    const group = groupFrom(pieces, at)
    const whole = group.reduce(
      (sum, { height: own, before = 0 }, index) => sum + own + (index === 0 && y === 0 ? 0 : before),
      0,
    )
    if (y > 0 && (group[0]?.newPage || (y + whole > height && whole <= height))) turn()
    for (const piece of group) {
      if (y > 0 && y + (piece.before ?? 0) + piece.height > height) turn()
      if (y === 0 && piece.head) {
        placed.push({ page, y, repeated: true, content: piece.head.content })
        y += piece.head.height
      } else if (y > 0) y += piece.before ?? 0
      placed.push({ page, y, repeated: false, content: piece.content })
      y += piece.height
    }
    at += group.length
  }
  return placed
}

/** A piece with all that it is kept with. */
function groupFrom<Content>(pieces: readonly Piece<Content>[], from: number): readonly Piece<Content>[] {
  let to = from
  while (pieces[to]?.keepNext && to < pieces.length - 1) to += 1
  return pieces.slice(from, to + 1)
}
