import { and, eq, getTableColumns, gte, inArray, lte, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { withDescendants } from '@/lib/domain/contract/code-lists'
import { mirroredFields } from '@/lib/domain/contract/columns'
import { fields } from '@/lib/domain/contract/fields'
import { type Filter, type FilterKey, filterables, type Operator } from '@/lib/domain/contract/filters'
import { contract, posting } from './schema'

const byName = new Map(Object.values(getTableColumns(contract)).map((column) => [column.name, column]))

/** The column a filter asks; the fields' ones are named by the dictionary. */
const columnsOf = new Map<string, PgColumn>([
  ...(['year', 'unit', 'number', 'localNumber', 'registeredOn', 'dueOn'] as const).map(
    (key) => [key, contract[key]] as const,
  ),
  ...mirroredFields.map((name) => [name, columnNamed(fields[name].column)] as const),
])

function columnNamed(name: string): PgColumn {
  const column = byName.get(name)
  if (!column) throw new Error(`The dictionary names a column that contract does not have: ${name}`)
  return column
}

/** The column behind a key of the dictionary or the record. */
export function columnOf(key: string): PgColumn {
  const column = columnsOf.get(key)
  if (!column) throw new Error(`Nothing can be filtered by ${key}`)
  return column
}

type Of<O extends Operator> = Extract<Filter, { operator: O }>
type Conditions = { [O in Operator]: (filter: Of<O>) => SQL | undefined }

const conditions: Conditions = {
  contains: ({ key, text }) => and(hasGrams(text), sql`${columnOf(key)} ilike ${`%${escaped(text)}%`}`),
  in: ({ key, codes }) => among(key, codes),
  between: ({ key, from, to }) =>
    and(
      from === null ? undefined : gte(columnOf(key), from),
      to === null ? undefined : lte(columnOf(key), to),
    ),
  during: ({ key, from, to }) =>
    and(
      from === null ? undefined : gte(columnOf(key), from),
      to === null ? undefined : lte(columnOf(key), to),
    ),
  is: ({ key, value }) => and(hasFacet(key, [String(value)]), eq(columnOf(key), value)),
  cell: ({ dimension, members }) =>
    sql`exists (select from ${posting} where ${posting.year} = ${contract.year} and ${posting.id} = ${contract.posting}
      and ${inArray(posting[dimension], members)})`,
}

/** One condition of a list; parameters only, never text of the address in the statement. */
export const conditionOf = (filter: Filter): SQL | undefined =>
  (conditions[filter.operator] as (filter: Filter) => SQL | undefined)(filter)

/** A code stands for itself and all below it. */
function among(key: FilterKey, codes: string[]): SQL | undefined {
  const { list } = filterables[key]
  if (key === 'year') return inArray(contract.year, codes.map(Number))
  const all = list ? [...new Set(codes.flatMap((code) => withDescendants(list, code)))] : codes
  return and(key === 'unit' ? undefined : hasFacet(key, all), inArray(columnOf(key), all))
}

/** Repeats a condition in the terms of the search index, which combines any number of them. */
const hasFacet = (key: FilterKey, values: readonly string[]): SQL =>
  sql`${contract.facets} && ${textArray(values.map((value) => `${columnOf(key).name}:${value}`))}`

/** A word that number, name or a party holds. One character is looked for at the beginning of a name. */
export function holdsWord(word: string): SQL {
  if ([...word].length === 1) return sql`${contract.facets} @> array['^' || lower(${word}::text)]`
  const searched = sql`(coalesce(${contract.number}::text, '') || ' ' || ${contract.localNumber} || ' ' ||
    coalesce(${contract.name}, '') || ' ' || coalesce(${contract.sellerName}, '') || ' ' ||
    coalesce(${contract.buyerName}, ''))`
  return and(hasGrams(word), sql`${searched} ilike ${`%${escaped(word)}%`}`) as SQL
}

/** Every pair of neighbouring characters of the text; a text without any is left to the comparison. */
const hasGrams = (text: string): SQL => sql`${contract.grams} @> jishi_grams(${text}::text)`

/** Wildcards of the pattern language taken literally. */
const escaped = (text: string) => text.replace(/[\\%_]/g, '\\$&')

const textArray = (values: readonly string[]): SQL =>
  sql`array[${sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  )}]::text[]`
