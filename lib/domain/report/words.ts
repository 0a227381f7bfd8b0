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

/** What a register calls something, in the quotes of a name that is no word of ours; a book keeps its own. */
export function title(name: string): Said {
  const quote = (open: string, close: string): Span[] =>
    /^《.*》$/.test(name)
      ? [{ kind: 'title', text: name, of: name }]
      : [
          { kind: 'text', text: open },
          { kind: 'title', text: name, of: name },
          { kind: 'text', text: close },
        ]
  return { zh: quote('“', '”'), en: quote('“', '”') }
}

/** Names beside each other, all of them: 甲、乙, “a, b and c”. */
export function listed(all: readonly Said[]): Said {
  const comma = (index: number): Said => words('、', index === all.length - 1 ? ' and ' : ', ')
  const parts = all.flatMap((one, index) => (index === 0 ? [one] : [comma(index), one]))
  return { zh: parts.flatMap(({ zh }) => zh), en: parts.flatMap(({ en }) => en) }
}
