import { z } from 'zod'
import { FEN_PER_WAN, FEN_PER_YUAN, MAX_FEN } from '../money'
import { dimensionWords } from '../statistics/dimension-words'
import { type DimensionName, dimensionNames } from '../statistics/dimensions'
import { isDate } from '../time/dates'
import type { Words } from '../words'
import { type CodeListName, codeOf } from './code-lists'
import { columns, type MirroredField, mirroredFields } from './columns'
import type { FieldKind } from './field-spec'
import { fields } from './fields'

/** How a value is asked for. `cell` asks the posting in force: what the statistics counted the contract under. */
export type Operator = 'contains' | 'in' | 'between' | 'during' | 'is' | 'cell'

/** Amounts are typed in 元 or 万元; the address keeps what was typed. */
export type AmountUnit = 'wan' | 'yuan'

export type Filter = { key: FilterKey } & (
  | { operator: 'contains'; text: string }
  | { operator: 'in'; codes: string[] }
  | { operator: 'between'; from: bigint | null; to: bigint | null; unit: AmountUnit }
  | { operator: 'during'; from: string | null; to: string | null }
  | { operator: 'is'; value: boolean }
  | { operator: 'cell'; dimension: DimensionName; members: string[] }
)

interface Filterable {
  label: Words
  operator: Operator
  list?: CodeListName
}

const operators: Record<FieldKind, Operator | null> = {
  text: 'contains',
  longText: null,
  code: 'in',
  codes: 'in',
  money: 'between',
  date: 'during',
  flag: 'is',
  decimal: null,
  party: 'contains',
  parties: null,
  items: null,
}

type CellKey = `cell.${DimensionName}`
type RecordFilter = 'year' | 'unit' | 'number' | 'localNumber' | 'registeredOn' | 'acceptedOn' | 'dueOn'
export type FilterKey = RecordFilter | MirroredField | CellKey

/** Everything a list can be filtered by; fields come from the dictionary, cells from the statistics' dimensions. */
export const filterables: Record<FilterKey, Filterable> = {
  year: { label: columns.year.label, operator: 'in' },
  unit: { label: columns.unit.label, operator: 'in', list: 'unit' },
  number: { label: columns.number.label, operator: 'contains' },
  localNumber: { label: columns.localNumber.label, operator: 'contains' },
  registeredOn: { label: columns.registeredOn.label, operator: 'during' },
  acceptedOn: { label: columns.acceptedOn.label, operator: 'during' },
  dueOn: { label: columns.dueOn.label, operator: 'during' },
  ...(Object.fromEntries(
    mirroredFields.flatMap((name) => {
      const operator = operators[fields[name].kind]
      return operator ? [[name, { label: columns[name].label, operator, list: columns[name].list }]] : []
    }),
  ) as Record<MirroredField, Filterable>),
  ...(Object.fromEntries(
    dimensionNames.map((dimension) => [
      `cell.${dimension}`,
      { label: dimensionWords[dimension], operator: 'cell' },
    ]),
  ) as Record<CellKey, Filterable>),
}

export const filterKeys = Object.keys(filterables) as FilterKey[]

/** Values of the address: every parameter with all it was given. */
export type Params = ReadonlyMap<string, readonly string[]>

/** A filter of a list and the parameters of the address it is read from. */
export const parametersOf = (key: FilterKey): string[] => {
  switch (filterables[key].operator) {
    case 'between':
      return [`${key}.from`, `${key}.to`, `${key}.in`]
    case 'during':
      return [`${key}.from`, `${key}.to`]
    default:
      return [key]
  }
}

/** Searched text: PostgreSQL knows no NUL, and half a surrogate pair is no character. */
export const searchText = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .refine((text) => !/[\0\p{Surrogate}]/u.test(text))

const day = z.string().refine((text) => isDate(text) && text >= '1900-01-01' && text <= '2999-12-31')
const year = z.string().regex(/^(19|20|21)\d\d$/)
const member = z.string().regex(/^[A-Za-z0-9]{1,10}$/)
/** What a posting was counted under; nothing stated is the empty member, for which the address has a dash. */
const cellMember = z.union([member, z.literal('-').transform(() => '')])
const many = <T extends z.ZodType>(one: T) => z.array(one).min(1).max(60)

const amount = (unit: AmountUnit) =>
  z
    .string()
    .regex(unit === 'wan' ? /^\d{1,12}(\.\d{1,6})?$/ : /^\d{1,16}(\.\d{1,2})?$/)
    .transform((text) => decimal(text, unit === 'wan' ? FEN_PER_WAN : FEN_PER_YUAN))
    .refine((fen) => fen <= MAX_FEN)

function decimal(text: string, fenPerUnit: bigint): bigint {
  const [whole = '', fraction = ''] = text.split('.')
  const places = String(fenPerUnit).length - 1
  return BigInt(whole) * fenPerUnit + BigInt(fraction.padEnd(places, '0'))
}

const cleaned = (text: string | undefined) => text?.normalize('NFKC').replace(/[,\s]/g, '')

/** The filter that the address asks for under a key; null where it asks for none, undefined where it can't be read. */
function readFilter(key: FilterKey, params: Params): Filter | null | undefined {
  const filterable = filterables[key]
  const one = (name: string) => params.get(name)?.find((text) => text.trim() !== '')
  const all = (params.get(key) ?? []).filter((text) => text !== '')
  switch (filterable.operator) {
    case 'contains': {
      const text = one(key)
      return text === undefined
        ? null
        : read(searchText, text, (text) => ({ key, operator: 'contains', text }))
    }
    case 'in': {
      if (all.length === 0) return null
      const code = filterable.list ? member.refine((code) => isKnown(filterable, code)) : year
      return read(many(code), all, (codes) => ({ key, operator: 'in', codes: [...new Set(codes)] }))
    }
    case 'cell': {
      if (all.length === 0) return null
      const dimension = key.slice('cell.'.length) as DimensionName
      return read(many(cellMember), all, (members) => ({ key, operator: 'cell', dimension, members }))
    }
    case 'is': {
      const said = one(key)
      return said === undefined
        ? null
        : read(z.enum(['yes', 'no']), said, (said) => ({ key, operator: 'is', value: said === 'yes' }))
    }
    case 'during':
    case 'between':
      return readRange(key, filterable.operator, one)
  }
}

/** The filters an address asks for under some keys, in their order; what can't be read is left out and named. */
export function readFilters(
  keys: readonly FilterKey[],
  params: Params,
): { filters: Filter[]; ignored: string[]; known: string[] } {
  const found = keys.map((key) => ({ names: parametersOf(key), filter: readFilter(key, params) }))
  return {
    filters: found.flatMap(({ filter }) => filter ?? []),
    ignored: found
      .filter(({ filter }) => filter === undefined)
      .flatMap(({ names }) => names.filter((name) => params.has(name))),
    known: found.flatMap(({ names }) => names),
  }
}

function readRange(
  key: FilterKey,
  operator: 'during' | 'between',
  one: (name: string) => string | undefined,
): Filter | null | undefined {
  const [from, to] = [cleaned(one(`${key}.from`)), cleaned(one(`${key}.to`))]
  if (from === undefined && to === undefined) return null
  if (operator === 'during') {
    const range = z.object({ from: day.nullable(), to: day.nullable() })
    return read(range, { from: from ?? null, to: to ?? null }, (range) => ({ key, operator, ...range }))
  }
  const unit = one(`${key}.in`) === 'yuan' ? 'yuan' : 'wan'
  const range = z.object({ from: amount(unit).nullable(), to: amount(unit).nullable() })
  return read(range, { from: from ?? null, to: to ?? null }, (range) => ({ key, operator, unit, ...range }))
}

function read<T>(schema: z.ZodType<T>, given: unknown, make: (value: T) => Filter): Filter | undefined {
  const parsed = schema.safeParse(given)
  return parsed.success ? make(parsed.data) : undefined
}

const isKnown = ({ list }: Filterable, code: string) => list === undefined || codeOf(list, code) !== undefined
