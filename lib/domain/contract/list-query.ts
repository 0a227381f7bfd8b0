import { z } from 'zod'
import { FEN_PER_WAN } from '../money'
import { ownAddress } from '../own-address'
import { isDate } from '../time/dates'
import type { Words } from '../words'
import { type ColumnKey, isColumnKey } from './columns'
import { type Filter, filterKeys, type Params, readFilters, searchText } from './filters'
import { type Status, statuses, statusNames } from './lifecycle'

/** Views of the list, each with its own count; both kinds of waiting are one. */
export const tabs = {
  all: { words: { zh: '全部', en: 'All' }, statuses: statusNames },
  draft: { words: statuses.draft, statuses: ['draft'] },
  submitted: { words: statuses.submitted, statuses: ['submitted', 'endorsed'] },
  returned: { words: statuses.returned, statuses: ['returned'] },
  registered: { words: statuses.registered, statuses: ['registered'] },
  refused: { words: statuses.refused, statuses: ['refused'] },
  discarded: { words: statuses.discarded, statuses: ['discarded'] },
  ended: { words: { zh: '已注销、撤销', en: 'Ended' }, statuses: ['cancelled', 'revoked'] },
} as const satisfies Record<string, { words: Words; statuses: readonly Status[] }>

export type Tab = keyof typeof tabs
export const tabNames = Object.keys(tabs) as Tab[]

/** Columns a list can be sorted by; each has an index that also carries the tie-break. */
export const sortKeys = [
  'updatedAt',
  'localNumber',
  'registeredOn',
  'turnover',
  'technology',
  'signDate',
] as const
export type SortKey = (typeof sortKeys)[number]

export interface Sort {
  key: SortKey
  descending: boolean
}

/** A place between two rows: the sort value and id of the row it stands at. The page lies after or before it. */
export interface Cursor {
  direction: 'after' | 'before'
  value: string
  id: string
}

export interface ListQuery {
  tab: Tab
  /** Words that number, name or parties must all contain. */
  words: string[]
  filters: Filter[]
  sort: Sort
  cursor: Cursor | null
  /** Null: the usual ones. */
  columns: ColumnKey[] | null
  /** Count and add up everything, however long it takes. */
  exact: boolean
  /** The table or dashboard whose number led here, to go back to; an address of our own. */
  from: string | null
  /** Parameters of the address that could not be understood and were left out. */
  ignored: string[]
}

export const usualSort: Sort = { key: 'updatedAt', descending: true }

/** Sort values as the cursor carries them: microseconds, fen, days; what is missing sorts below everything. */
const sortValues: Record<SortKey, z.ZodType<string, string>> = {
  updatedAt: z.string().regex(/^\d{1,16}$/),
  localNumber: z.string().regex(/^[A-Z0-9-]{1,24}$/),
  registeredOn: z.string().refine((text) => text === '' || isDate(text)),
  turnover: z.string().regex(/^(-1|\d{1,18})$/),
  technology: z.string().regex(/^(-1|\d{1,18})$/),
  signDate: z.string().refine((text) => text === '' || isDate(text)),
}

const tabSchema = z.enum(tabNames)
const sortSchema = z
  .string()
  .transform((text) => ({ key: text.replace(/^-/, ''), descending: text.startsWith('-') }))
  .pipe(z.object({ key: z.enum(sortKeys), descending: z.boolean() }))
const columnsSchema = z
  .array(z.string().refine(isColumnKey))
  .min(1)
  .max(40)
  .transform((keys) => [...new Set(keys)])
const cursorSchema = (sort: Sort) =>
  z
    .string()
    .transform((text) => ({ id: text.slice(0, 36), value: text.slice(37) }))
    .pipe(z.object({ id: z.uuid(), value: sortValues[sort.key] }))

/**
 * A list's address read into a query. What is unknown or malformed never fails: it is left out and named, so that
 * the page can say so.
 */
export function readListQuery(params: Params): ListQuery {
  const ignored: string[] = []
  const known = new Set<string>()

  const take = <T>(name: string, schema: z.ZodType<T>, given: unknown): T | null => {
    known.add(name)
    if (given === undefined || given === '') return null
    const parsed = schema.safeParse(given)
    if (parsed.success) return parsed.data
    ignored.push(name)
    return null
  }
  const one = (name: string) => params.get(name)?.[0]

  const tab = take('status', tabSchema, one('status')) ?? 'all'
  const sort = take('sort', sortSchema, one('sort')) ?? usualSort
  const q = take('q', searchText, one('q')?.trim())
  const after = take('after', cursorSchema(sort), one('after'))
  const before = take('before', cursorSchema(sort), one('before'))
  const chosen = take(
    'columns',
    columnsSchema,
    params.get('columns')?.flatMap((text) => text.split(',')),
  )
  const exact = take('sums', z.literal('exact'), one('sums')) !== null
  const narrowed = readFilters(filterKeys, params)
  for (const name of ['from', ...narrowed.known]) known.add(name)
  return {
    tab,
    words: q ? q.split(/\s+/).slice(0, 8) : [],
    filters: narrowed.filters,
    sort,
    cursor: after ? { direction: 'after', ...after } : before ? { direction: 'before', ...before } : null,
    columns: chosen,
    exact,
    from: ownAddress(one('from')),
    ignored: [...ignored, ...narrowed.ignored, ...[...params.keys()].filter((name) => !known.has(name))],
  }
}

/** Parameters from what a page or a route is handed. */
export function paramsOf(given: Record<string, string | string[] | undefined> | URLSearchParams): Params {
  if (given instanceof URLSearchParams) {
    return new Map([...given.keys()].map((name) => [name, given.getAll(name)]))
  }
  return new Map(
    Object.entries(given).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value : [value]] as const],
    ),
  )
}

/** The address's parameters of a query; reading them gives the query back. */
export function writeListQuery(query: Omit<ListQuery, 'ignored'>): Record<string, string | string[]> {
  const { tab, words, filters, sort, cursor, columns, exact, from } = query
  const isUsual = sort.key === usualSort.key && sort.descending === usualSort.descending
  return {
    ...(tab !== 'all' && { status: tab }),
    ...(words.length > 0 && { q: words.join(' ') }),
    ...Object.assign({}, ...filters.map(writeFilter)),
    ...(!isUsual && { sort: `${sort.descending ? '-' : ''}${sort.key}` }),
    ...(columns && { columns: columns.join(',') }),
    ...(exact && { sums: 'exact' }),
    ...(cursor && { [cursor.direction]: `${cursor.id}~${cursor.value}` }),
    ...(from && { from }),
  }
}

/** The parameters of one filter. */
export function writeFilter(filter: Filter): Record<string, string | string[]> {
  const { key } = filter
  switch (filter.operator) {
    case 'contains':
      return { [key]: filter.text }
    case 'in':
      return { [key]: filter.codes }
    case 'cell':
      return { [key]: filter.members.map((member) => member || '-') }
    case 'is':
      return { [key]: filter.value ? 'yes' : 'no' }
    case 'during':
      return {
        ...(filter.from && { [`${key}.from`]: filter.from }),
        ...(filter.to && { [`${key}.to`]: filter.to }),
      }
    case 'between':
      return {
        ...(filter.from !== null && { [`${key}.from`]: amountText(filter.from, filter.unit) }),
        ...(filter.to !== null && { [`${key}.to`]: amountText(filter.to, filter.unit) }),
        ...(filter.unit === 'yuan' && { [`${key}.in`]: 'yuan' }),
      }
  }
}

/** The amount as it would be typed, without zeros at its end. */
export function amountText(fen: bigint, unit: 'wan' | 'yuan'): string {
  const size = unit === 'wan' ? FEN_PER_WAN : 100n
  const fraction = String(fen % size)
    .padStart(String(size).length - 1, '0')
    .replace(/0+$/, '')
  return fraction ? `${fen / size}.${fraction}` : String(fen / size)
}
