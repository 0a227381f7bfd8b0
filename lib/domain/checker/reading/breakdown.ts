import type { Claim } from '../claim'
import type { Reader } from './reader'

/** Keeps what 其中 breaks down, and its parts as they come. */
export function broken(reader: Reader, made: Claim): void {
  const { meaning } = made
  const noun =
    meaning.kind === 'other'
      ? meaning.noun
      : meaning.kind === 'amount' && meaning.base !== 'mean'
        ? `=${meaning.base}`
        : null
  if (noun === null) return
  const { whole } = reader
  if (!whole?.open) {
    reader.whole = { claim: made, noun, parts: [], open: false }
    return
  }
  const broad = whole.claim.meaning
  if (whole.noun !== noun || (broad.kind !== 'other' && broad.kind !== 'amount')) return
  whole.parts.push(made)
  whole.claim.meaning = { ...broad, parts: whole.parts }
}
