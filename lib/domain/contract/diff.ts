import type { DimensionName } from '../statistics/dimensions'
import { type Facts, factsOf } from '../statistics/facts'
import type { Words } from '../words'
import type { Content, Party } from './content'
import type { FieldSpec, ItemFieldSpec } from './field-spec'
import { type FieldName, field, fieldNames } from './fields'
import { toWire } from './kinds'
import { partyFields } from './party-fields'
import { pathWords } from './path-words'
import { itemWords, valueWords } from './value-words'

/** A statistical group the contract leaves for another. */
export interface Move {
  dimension: DimensionName
  from: string
  to: string
}

/** One difference between two contents, at the smallest field that differs. */
export interface Difference {
  field: FieldName
  /** 'turnover', 'buyer.region', 'coSellers.0.phone'; of a list line, its place in the content that has it. */
  path: string
  /** From the outside in: 买方 · 行政区划. */
  label: Words
  /** Null where the side has nothing. */
  before: Words | null
  after: Words | null
  /** Statistical groups that the contract leaves for others because of this. */
  moves: Move[]
}

/**
 * How two contents of a contract differ by meaning, in the order of the form; empty exactly when they say the same.
 * Lines of lists are compared with the lines they most likely were, not by their place.
 */
export function differences(before: Content, after: Content): Difference[] {
  const found = fieldNames.flatMap((name) => {
    const spec = field(name)
    return ofField({ field: name, path: name }, spec, before[name], after[name])
  })
  return withMoves(found, before, after)
}

/** How two contents of flat fields that belong to no contract differ. */
export const flatDifferences = (
  specs: Readonly<Record<string, ItemFieldSpec>>,
  before: Item,
  after: Item,
): Omit<Difference, 'field'>[] =>
  Object.entries(specs)
    .filter(([path]) => !alike(before[path], after[path]))
    .map(([path, spec]) => ({
      path,
      label: spec.label,
      before: valueWords(spec, before[path]),
      after: valueWords(spec, after[path]),
      moves: [],
    }))

type Place = Pick<Difference, 'field' | 'path'>

function ofField(at: Place, spec: FieldSpec, before: unknown, after: unknown): Difference[] {
  if (alike(before, after)) return []
  switch (spec.kind) {
    case 'party':
      return ofItem(at, partyFields, (before ?? {}) as Party, (after ?? {}) as Party)
    case 'parties':
      return ofList(at, partyFields, (before ?? []) as Party[], (after ?? []) as Party[])
    case 'items':
      return ofList(at, spec.items, (before ?? []) as Item[], (after ?? []) as Item[])
    default:
      return [difference(at, valueWords(spec, before), valueWords(spec, after))]
  }
}

const difference = (at: Place, before: Words | null, after: Words | null): Difference => ({
  ...at,
  label: pathWords(at.path),
  before,
  after,
  moves: [],
})

type Item = Record<string, unknown>

const ofItem = (at: Place, specs: Record<string, ItemFieldSpec>, before: Item, after: Item): Difference[] =>
  Object.entries(specs).flatMap(([name, spec]) =>
    ofField({ field: at.field, path: `${at.path}.${name}` }, spec, before[name], after[name]),
  )

function ofList(
  at: Place,
  specs: Record<string, ItemFieldSpec>,
  before: readonly Item[],
  after: readonly Item[],
): Difference[] {
  return pairs(before, after).flatMap(([left, right]) => {
    const line = right ?? left ?? 0
    const place = { field: at.field, path: `${at.path}.${line}` }
    const [was, is] = [left === null ? undefined : before[left], right === null ? undefined : after[right]]
    if (was && is) return ofItem(place, specs, was, is)
    const words = (item?: Item) => (item ? itemWords(specs, item) : null)
    return [difference(place, words(was), words(is))]
  })
}

/** Lines of two lists beside each other: equal ones in their order first, what lies between them pairwise. */
function pairs(before: readonly Item[], after: readonly Item[]): [number | null, number | null][] {
  const equal = commonLines(before, after)
  const paired: [number | null, number | null][] = []
  let [left, right] = [0, 0]
  for (const [nextLeft, nextRight] of [...equal, [before.length, after.length] as const]) {
    while (left < nextLeft || right < nextRight) {
      paired.push([left < nextLeft ? left++ : null, right < nextRight ? right++ : null])
    }
    left = nextLeft + 1
    right = nextRight + 1
  }
  return paired
}

/** The longest common run of equal lines (at most 30 lines a side). */
function commonLines(before: readonly Item[], after: readonly Item[]): [number, number][] {
  const longest: number[][] = Array.from({ length: before.length + 1 }, () => Array(after.length + 1).fill(0))
  const length = (row: number, column: number) => longest[row]?.[column] ?? 0
  for (let row = before.length - 1; row >= 0; row--) {
    for (let column = after.length - 1; column >= 0; column--) {
      const line = longest[row] as number[]
      line[column] = alike(before[row], after[column])
        ? length(row + 1, column + 1) + 1
        : Math.max(length(row + 1, column), length(row, column + 1))
    }
  }
  const common: [number, number][] = []
  let [row, column] = [0, 0]
  while (row < before.length && column < after.length) {
    if (alike(before[row], after[column])) common.push([row++, column++])
    else if (length(row + 1, column) >= length(row, column + 1)) row++
    else column++
  }
  return common
}

/** Equal by meaning: the registry entry a party came from is a reference, an empty list says nothing. */
function alike(a: unknown, b: unknown): boolean {
  return JSON.stringify(plain(a)) === JSON.stringify(plain(b))
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(plain)
  if (value === null || value === undefined || value === '') return null
  if (typeof value !== 'object') return toWire(value)
  const filled = Object.entries(value)
    .map(([name, inner]) => [name, plain(inner)] as const)
    .filter(([name, inner]) => inner !== null && name !== 'organisation')
    .sort(([one], [other]) => (one < other ? -1 : 1))
  return filled.length === 0 ? null : Object.fromEntries(filled)
}

/** Dimensions that content decides, and the fields they may follow from, the likeliest first; month, area and unit are registration's. */
const causes: Partial<Record<DimensionName, readonly string[]>> = {
  type: ['subtype'],
  plan: ['planSource'],
  flow: ['buyer.isCorps', 'buyer.region', 'buyer.country'],
  seller: ['registrantRole', 'seller.kind', 'seller.ownership', 'buyer.kind', 'buyer.ownership'],
  field: ['techField'],
  band: ['turnover'],
  buyer: ['buyer.kind'],
  province: ['buyer.region', 'buyer.country'],
}

/** Puts each change of statistical group beside the difference that brings it about. */
function withMoves(found: Difference[], before: Content, after: Content): Difference[] {
  const [was, is] = [factsFor(before), factsFor(after)]
  for (const [name, paths] of Object.entries(causes)) {
    const dimension = name as DimensionName
    const [from, to] = [was[dimension], is[dimension]]
    const cause = paths.flatMap((path) => found.find((one) => one.path === path) ?? [])[0]
    if (cause && from && to && from !== to) cause.moves.push({ dimension, from, to })
  }
  return found
}

/** The facts that are decided already; a group that follows from a missing field is none. */
function factsFor(content: Content): Partial<Facts> {
  const facts: Partial<Facts> = factsOf(content, { unit: '', area: 'north', date: '2000-01-01' })
  const registrant = content.registrantRole === '2' ? content.buyer : content.seller
  if (content.turnover === undefined) delete facts.band
  if (registrant?.kind === undefined) delete facts.seller
  if (content.buyer?.kind === undefined) delete facts.buyer
  if (content.buyer?.isCorps === undefined) delete facts.flow
  return facts
}
