import type { Claim, Meaning, Span, Unread } from '../claim'
import type { Token } from './tokens'

/** What a text says in numbers. */
export interface Read {
  claims: Claim[]
  unread: Unread[]
}

/** A text being read, and what was read of it. */
export interface Reader {
  text: string
  original: string
  block: number
  tokens: readonly Token[]
  read: Read
  /** What the report calls itself, and so its whole. */
  title: string
  looksBack: boolean
  /** Where the words begin that the next number may be of, and the first token there. */
  lead: { from: number; token: number }
  /** How many claims there were before this sentence. */
  sentence: number
  /** The count that 其中 breaks down. */
  whole: { claim: Claim; noun: string; parts: Claim[]; open: boolean } | null
}

/** Puts a number down that could not be understood. */
export function unread({ read, block, original }: Reader, { start, end }: Span): void {
  read.unread.push({ block, start, end, printed: original.slice(start, end) })
}

/** Puts a claim down at a place of the text. */
export function claim(
  { read, block, original }: Reader,
  { start, end }: Span,
  { value, half }: { value: number; half: number },
  meaning: Meaning,
  bound: Claim['bound'],
): Claim {
  const made: Claim = {
    block,
    start,
    end,
    printed: original.slice(start, end).trim(),
    value,
    half,
    bound,
    meaning,
  }
  read.claims.push(made)
  return made
}
