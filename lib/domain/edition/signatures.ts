import type { Words } from '../words'
import { type Change, changesBetween } from './changes'
import type { SeenChapter } from './lines'

/** A name under a chapter: who put it there, when, and to what. */
export interface Signature {
  chapter: string
  by: string
  name: string
  at: Date
  hash: string
  seen: SeenChapter
}

export interface SignedChapter {
  id: string
  title: Words
  hash: string
  signatures: readonly (Signature & {
    /** What the chapter says now that it did not say then; empty while the signature holds. */
    broken: readonly Change[]
  })[]
}

export type SeenAs = SeenChapter & { hash: string }

/**
 * The chapters as they are now, each with everybody's latest signature. One is broken by any change of words or figures
 * of its own chapter and by nothing else.
 */
export function signedChapters(now: readonly SeenAs[], signatures: readonly Signature[]): SignedChapter[] {
  return now.map((chapter) => {
    const own = signatures.filter((one) => one.chapter === chapter.id)
    const latest = [...new Map(own.map((one) => [one.by, one])).values()]
    return {
      id: chapter.id,
      title: chapter.title,
      hash: chapter.hash,
      signatures: latest.map((one) => ({
        ...one,
        broken: one.hash === chapter.hash ? [] : changesBetween([one.seen], [chapter]),
      })),
    }
  })
}

export const holds = (signature: SignedChapter['signatures'][number], { hash }: SignedChapter): boolean =>
  signature.hash === hash
