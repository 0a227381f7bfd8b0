import type { Words } from '../words'
import { marksOf, type Range, wordsOf } from './marks'
import { findSpelled, type Readings, typedSpelling } from './spelling'

/** Something with a name that never changes while it is looked for: a page, an act, a table, a setting. */
export interface Entry {
  words: Words
  /** How the Chinese name is spelled. */
  readings: Readings
  /** Other words it is found by. */
  also?: readonly string[]
}

/** How well an entry answers, the least first, and what to mark of the name shown. */
interface Fit {
  rank: number
  marks: Range[]
}

/** Whether, and how well, an entry answers what was typed; null where it does not. `shown` is the name the reader sees. */
function fitOf(entry: Entry, typed: string, shown: string): Fit | null {
  const words = wordsOf(typed)
  if (words.length === 0) return null
  const names = [entry.words.zh, entry.words.en].map((name) => name.toLowerCase())
  const all = [...names, ...(entry.also ?? []).map((one) => one.toLowerCase())]
  const whole = words.join(' ')
  const marks = marksOf(shown, words)
  if (names.includes(whole)) return { rank: 0, marks }
  if (names.some((name) => name.startsWith(whole))) return { rank: 1, marks }
  if (words.every((word) => all.some((name) => begins(name, word)))) return { rank: 2, marks }
  if (words.every((word) => all.some((name) => name.includes(word)))) return { rank: 3, marks }
  const spelled = typedSpelling(typed)
  const at = spelled === null ? null : findSpelled(entry.readings, spelled)
  if (at) return { rank: at[0] === 0 ? 2 : 4, marks: shown === entry.words.zh ? [at] : [] }
  return null
}

/** Whether a word of the name begins so. */
const begins = (name: string, word: string): boolean =>
  name.startsWith(word) || name.includes(` ${word}`) || name.includes(`-${word}`)

/** The best of the entries, those that fit alike in their own order. */
export function best<E extends Entry>(
  entries: readonly E[],
  typed: string,
  shown: (entry: E) => string,
  most: number,
): { entry: E; marks: Range[] }[] {
  return entries
    .flatMap((entry) => {
      const fits = fitOf(entry, typed, shown(entry))
      return fits ? [{ entry, ...fits }] : []
    })
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ entry, marks }) => ({ entry, marks }))
}
