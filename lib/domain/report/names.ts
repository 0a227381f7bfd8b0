import type { TableId } from '../statistics/catalogue'
import type { Row } from '../statistics/compute'
import { quoted } from '../statistics/statements/clauses'
import { specOf } from './source'
import type { Said } from './spans'
import { listed } from './words'

/** A row by its name; a name that holds a pause of its own is quoted. */
export function name(table: TableId, { member, words }: Row): Said {
  const { split } = specOf(table)
  return {
    zh: [{ kind: 'name', text: quoted(words.zh), split, member }],
    en: [{ kind: 'name', text: quoted(words.en), split, member }],
  }
}

/** All rows by name, in their order: the report leaves none out. */
export const names = (table: TableId, rows: readonly Row[]): Said =>
  listed(rows.map((row) => name(table, row)))
