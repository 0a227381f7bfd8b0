import type { TableId } from '../statistics/catalogue'
import type { Row } from '../statistics/compute'
import { quoted } from '../statistics/statements/clauses'
import { specOf } from './source'
import type { Said } from './spans'

/** A row by its name; a name that holds a pause of its own is quoted. */
export function name(table: TableId, { member, words }: Row): Said {
  const { split } = specOf(table)
  return {
    zh: [{ kind: 'name', text: quoted(words.zh), split, member }],
    en: [{ kind: 'name', text: quoted(words.en), split, member }],
  }
}

/** All rows by name, in their order: the report leaves none out. */
export function names(table: TableId, rows: readonly Row[]): Said {
  const all = rows.map((row) => name(table, row))
  const comma = (index: number): Said => ({
    zh: [{ kind: 'text', text: '、' }],
    en: [{ kind: 'text', text: index === all.length - 1 ? ' and ' : ', ' }],
  })
  const parts = all.flatMap((one, index) => (index === 0 ? [one] : [comma(index), one]))
  return { zh: parts.flatMap((part) => part.zh), en: parts.flatMap((part) => part.en) }
}
