import { joined, type Said, type Span } from './spans'

const text = (words: string): Span[] => (words === '' ? [] : [{ kind: 'text', text: words }])

/** Fixed words that differ by a case of the data, to be put into a sentence. */
export const words = (zh: string, en: string): Said => ({ zh: text(zh), en: text(en) })

/** Clauses of one sentence, those that are said. */
export const clauses = (...parts: readonly (Said | null | false)[]): Said =>
  joined(
    parts.filter((part): part is Said => part !== null && part !== false),
    '，',
    ', ',
  )

/** Two thoughts with a longer pause between them. */
export const apart = (...parts: readonly (Said | null | false)[]): Said =>
  joined(
    parts.filter((part): part is Said => part !== null && part !== false),
    '；',
    '; ',
  )

/** The verb of so many contracts in English. */
export const be = (count: bigint): Said => words('', count === 1n ? 'was' : 'were')
