import { and, getTableColumns, inArray, isNotNull, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { withDescendants } from '@/lib/domain/contract/code-lists'
import { mirroredFields } from '@/lib/domain/contract/columns'
import { fields } from '@/lib/domain/contract/fields'
import { type Filter, type FilterKey, filterables, type Operator } from '@/lib/domain/contract/filters'
import { contract, posting } from './schema'
import { unitsPlainly } from './visibility'

const byName = new Map(Object.values(getTableColumns(contract)).map((column) => [column.name, column]))

/** The column a filter asks; the fields' ones are named by the dictionary. */
const columnsOf = new Map<string, PgColumn>([
  ...(['year', 'unit', 'number', 'localNumber', 'registeredOn', 'acceptedOn', 'dueOn'] as const).map(
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

/**
 * What the list sorts by and the indexes hold, never null (see the schema): a range asked in the same words is read
 * from the index of the order.
 */
export const ordered = {
  registeredOn: sql`coalesce(${contract.registeredOn}, '-infinity')`,
  turnover: sql`coalesce(${contract.turnover}, -1)`,
  technology: sql`coalesce(${contract.technology}, -1)`,
  signDate: sql`coalesce(${contract.signDate}, '')`,
} as const

type Of<O extends Operator> = Extract<Filter, { operator: O }>
type OfUnits = (units: readonly string[]) => SQL
type Conditions = {
  [O in Operator]: (filter: Of<O>, years: readonly number[], ofUnits: OfUnits) => SQL | undefined
}

const conditions: Conditions = {
  contains: ({ key, text }) => and(hasGrams(text), holds(sql`${columnOf(key)}`, text)),
  in: ({ key, codes }, _, ofUnits) => among(key, codes, ofUnits),
  between: ({ key, from, to }) => range(key, from, to),
  during: ({ key, from, to }) => range(key, from, to),
  is: ({ key, value }) => hasFacet(key, [String(value)]),
  cell: (filter, years) => countedUnder([filter], years, []),
}

/**
 * The conditions of a list; parameters only, never text of the address in the statement.
 * @param within the unit that the reader's reach ends at, if at one
 * @param ofUnits how contracts are told by their units
 */
export function conditionsOf(
  filters: readonly Filter[],
  within: string | null,
  ofUnits: OfUnits = unitsPlainly,
): (SQL | undefined)[] {
  const years = filters.flatMap((filter) =>
    filter.key === 'year' && filter.operator === 'in' ? filter.codes.map(Number) : [],
  )
  const asked = filters.flatMap((filter) =>
    filter.key === 'unit' && filter.operator === 'in' ? filter.codes : [],
  )
  const units = within === null ? asked : [within]
  const cells = filters.filter((filter) => filter.operator === 'cell')
  const others = filters.filter((filter) => filter.operator !== 'cell')
  return [
    ...others.map((filter) => conditionOf(filter, years, ofUnits)),
    cells.length > 0 ? countedUnder(cells, years, units) : undefined,
  ]
}

/**
 * The posting in force stands under all these members. A join for the planner to turn either way: rare members are
 * looked up from their postings, common ones met while the list is read in its order.
 */
const countedUnder = (
  cells: readonly Of<'cell'>[],
  years: readonly number[],
  units: readonly string[],
): SQL => sql`
  (${contract.year}, ${contract.posting}) in (
    select ${posting.year}, ${posting.id} from ${posting} where ${and(
      ...cells.map(({ dimension, members }) => inArray(posting[dimension], members)),
      // Said once more, they spare the planner the partitions of all other years and the contracts of all other units.
      years.length > 0 ? inArray(posting.year, [...years]) : undefined,
      units.length > 0 ? inArray(posting.unit, [...units]) : undefined,
    )})`

/** One of them; `years` are those that all of them together leave, none for any. */
export const conditionOf = (
  filter: Filter,
  years: readonly number[] = [],
  ofUnits: OfUnits = unitsPlainly,
): SQL | undefined =>
  (
    conditions[filter.operator] as Conditions[Operator] as (
      filter: Filter,
      years: readonly number[],
      ofUnits: OfUnits,
    ) => SQL | undefined
  )(filter, years, ofUnits)

/** A code stands for itself and all below it. */
function among(key: FilterKey, codes: string[], ofUnits: OfUnits): SQL | undefined {
  const { list } = filterables[key]
  if (key === 'year') return inArray(contract.year, codes.map(Number))
  const all = list ? [...new Set(codes.flatMap((code) => withDescendants(list, code)))] : codes
  return key === 'unit' ? ofUnits(all) : hasFacet(key, all)
}

/** Whether anything in a query is found by the search index. */
export const asksSearch = ({
  words,
  filters,
}: {
  words: readonly string[]
  filters: readonly Filter[]
}): boolean =>
  words.length > 0 ||
  filters.some(
    ({ key, operator }) =>
      operator === 'contains' || operator === 'is' || (operator === 'in' && key !== 'year' && key !== 'unit'),
  )

/** Where a contract stands, as the search index has it: its unit, and whether it is registered. */
const shelf = sql`array[${contract.unit}, case when ${contract.status} = 'registered' then 'registered' else 'other' end]`

/**
 * Contracts of these units as the search index has them: it meets them with words and codes by itself, where the column's
 * own index would be laid over it row by row. It keeps no order, so a list read in one asks for the column.
 */
export const unitsSearched: OfUnits = (units) => sql`${shelf} && ${textArray(units)}`

/** Contracts that are not registered, likewise. */
export const unregisteredSearched = sql`${shelf} @> array['other']`

/** Ends included; what is missing lies in no range. */
function range(key: FilterKey, from: string | bigint | null, to: string | bigint | null): SQL | undefined {
  const column = columnOf(key)
  const value = key in ordered ? ordered[key as keyof typeof ordered] : sql`${column}`
  const bound = (given: string | bigint) => sql.param(given, column)
  return and(
    from === null ? undefined : sql`${value} >= ${bound(from)}`,
    to === null ? undefined : sql`${value} <= ${bound(to)}`,
    from === null ? isNotNull(column) : undefined,
  )
}

/**
 * A code as the search index has it. The index combines any number of them, and its statistics know how common each
 * is; said of the column as well, the planner would take the two for independent and expect far too few rows.
 */
const hasFacet = (key: FilterKey, values: readonly string[]): SQL =>
  sql`${contract.facets} && ${textArray(values.map((value) => `${columnOf(key).name}:${value}`))}`

/** Whether a text holds another, whatever the case. Not by LIKE, of which the planner expects far too few rows. */
const holds = (text: SQL, part: string): SQL => sql`strpos(lower(${text}), lower(${part}::text)) > 0`

/** A word that number, name or a party holds. One character is looked for at the beginning of a name. */
export function holdsWord(word: string): SQL {
  if ([...word].length === 1) return sql`${contract.facets} @> array['^' || lower(${word}::text)]`
  const searched = sql`(coalesce(${contract.number}::text, '') || ' ' || ${contract.localNumber} || ' ' ||
    coalesce(${contract.name}, '') || ' ' || coalesce(${contract.sellerName}, '') || ' ' ||
    coalesce(${contract.buyerName}, ''))`
  return and(hasGrams(word), [...word].length === 2 ? undefined : holds(searched, word)) as SQL
}

/** Every gram of the text; a text without any is left to the comparison. */
export const hasGrams = (text: string): SQL => sql`${contract.grams} @> jishi_sought(${text}::text)`

const textArray = (values: readonly string[]): SQL =>
  sql`array[${sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  )}]::text[]`
