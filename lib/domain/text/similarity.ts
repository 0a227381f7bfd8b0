/**
 * The text as it is compared: one width (NFKC), one case, letters, digits and marks of every script only.
 * Bracketed additions such as （示例） stay: they can be what tells two names apart.
 */
export const normalise = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]/gu, '')

/** Overlapping pairs of characters of the normalised text; a text of one character is its own only pair. */
export function bigrams(text: string): string[] {
  const characters = [...normalise(text)]
  if (characters.length < 2) return characters
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`)
}

/**
 * Likeness of two texts from 0 to 1 (Dice's coefficient over bigrams, counted with repetition): 1 for texts that differ
 * only in width, case, spaces and punctuation; 0 where no two neighbours are shared or one side is empty.
 */
export function similarity(a: string, b: string): number {
  const [left, right] = [bigrams(a), bigrams(b)]
  if (left.length === 0 || right.length === 0) return 0
  const open = new Map<string, number>()
  for (const pair of left) open.set(pair, (open.get(pair) ?? 0) + 1)
  let shared = 0
  for (const pair of right) {
    const count = open.get(pair) ?? 0
    if (count === 0) continue
    open.set(pair, count - 1)
    shared++
  }
  return (2 * shared) / (left.length + right.length)
}

const MARKS =
  /\d+(?:\.\d+)?|[一二三四五六七八九十百]+(?=期|批|号|师|团|连|标|包|阶段|年|季|课题|子)|(?<![a-z])[ivx]+(?![a-z])/g

/** The numbers that single out one of a series: 一期, 第2标段, 2024年, II. */
const seriesMarks = (text: string): Set<string> =>
  new Set(text.normalize('NFKC').toLowerCase().match(MARKS) ?? [])

/** Whether each text carries a number the other lacks, as 一期 and 二期 do: alike in letters, yet not the same thing. */
export function differInSeries(a: string, b: string): boolean {
  const [left, right] = [seriesMarks(a), seriesMarks(b)]
  return [...left].some((mark) => !right.has(mark)) && [...right].some((mark) => !left.has(mark))
}
