/** From a character up to another, as JavaScript counts them. */
export type Range = readonly [from: number, to: number]

/** A text with the parts that answer what was typed. */
export interface Marked {
  text: string
  marks: readonly Range[]
}

/** The words of what was typed, small, at most eight. */
export const wordsOf = (typed: string): string[] =>
  typed.normalize('NFKC').toLowerCase().trim().split(/\s+/).filter(Boolean).slice(0, 8)

/** Every place where one of the words stands, in order and joined where they touch. */
export function marksOf(text: string, words: readonly string[]): Range[] {
  const small = text.toLowerCase()
  // A few letters change their length when made small; then nothing can be marked exactly.
  if (small.length !== text.length) return []
  const found: [number, number][] = []
  for (const word of words) {
    for (let at = small.indexOf(word); word && at >= 0; at = small.indexOf(word, at + word.length)) {
      found.push([at, at + word.length])
    }
  }
  found.sort((a, b) => a[0] - b[0])
  const joined: [number, number][] = []
  for (const [from, to] of found) {
    const last = joined.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else joined.push([from, to])
  }
  return joined
}

/** A text cut at its marks. */
export function pieces({ text, marks }: Marked): { text: string; marked: boolean }[] {
  const cut: { text: string; marked: boolean }[] = []
  let at = 0
  for (const [from, to] of marks) {
    if (from > at) cut.push({ text: text.slice(at, from), marked: false })
    cut.push({ text: text.slice(from, to), marked: true })
    at = to
  }
  if (at < text.length) cut.push({ text: text.slice(at), marked: false })
  return cut
}
