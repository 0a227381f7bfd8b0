import type { Words } from '../../words'
import type { Row } from '../compute'

/** What rows are counted as: measure word in Chinese, one and many in English. */
export interface Noun {
  zh: string
  one: string
  many: string
}

/** Names told one by one before the rest are only counted. */
const MOST_NAMES = 3

/** Clauses in one sentence; what is null is not said. */
export const sentence = (...clauses: readonly (Words | null)[]): Words => joined(clauses, '，', ', ')

/** Two thoughts with a longer pause between them. */
export const apart = (...clauses: readonly (Words | null)[]): Words => joined(clauses, '；', '; ')

function joined(clauses: readonly (Words | null)[], comma: string, englishComma: string): Words {
  const said = clauses.filter((clause) => clause !== null)
  return {
    zh: said.map((clause) => clause.zh).join(comma),
    en: said.map((clause) => clause.en).join(englishComma),
  }
}

/** An English sentence begins with a capital. */
export const begun = ({ zh, en }: Words): Words => ({ zh, en: en.charAt(0).toUpperCase() + en.slice(1) })

/** A name that holds a pause of its own is quoted, or a list of names could not be read. */
export const quoted = (name: string): string => (/[、，]|, /.test(name) ? `“${name}”` : name)

export const counted = (n: number, noun: Noun): Words => ({
  zh: `${n} ${noun.zh}`,
  en: `${n} ${n === 1 ? noun.one : noun.many}`,
})

/** The names of rows: up to three, then the first three and how many they are in all. */
export function names(rows: readonly Pick<Row, 'words'>[], noun: Noun): Words {
  const zh = rows.slice(0, MOST_NAMES).map(({ words }) => quoted(words.zh))
  const en = rows.slice(0, MOST_NAMES).map(({ words }) => quoted(words.en))
  if (rows.length > MOST_NAMES) {
    const all = counted(rows.length, noun)
    return { zh: `${zh.join('、')}等 ${all.zh}`, en: `${en.join(', ')} and others (${all.en})` }
  }
  const last = en.pop() ?? ''
  return { zh: zh.join('、'), en: en.length > 0 ? `${en.join(', ')} and ${last}` : last }
}
