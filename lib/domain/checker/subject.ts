import { units } from '../units'
import { periodParts } from './reading/periods'

/** What contracts are counted by in a report. `over`: contracts of at least so many 万元; `between`: a range that is no band;
 * `period`: a part of the year; `years`: several of them, 1996-2000;
 * `named`: what only the report itself knows, by its name there. */
export type Split =
  | 'unit'
  | 'area'
  | 'type'
  | 'plan'
  | 'flow'
  | 'seller'
  | 'field'
  | 'band'
  | 'trade'
  | 'direction'
  | 'over'
  | 'below'
  | 'between'
  | 'period'
  | 'years'
  | 'named'

/** A member of a split by the code of its list; beside these stand `fiscal` (plan), `enterprise` (seller), `in` and `out` (direction). */
export interface Subject {
  split: Split
  code: string
}

/** What a figure is of: contracts that are all of these. Empty for the whole. */
export type Of = readonly Subject[]

export const whole: Of = []

export const ofKey = (of: Of): string =>
  of
    .map(({ split, code }) => `${split}:${code}`)
    .sort()
    .join('&')

export const unionKey = (ofs: readonly Of[]): string => ofs.map(ofKey).sort().join('+')

const codes = (split: Split, list: readonly string[]): Of[] => list.map((code) => [{ split, code }])
const span = (from: number, to: number, width: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => String(from + index).padStart(width, '0'))

/** Lower bounds of the size bands in 万元, by their order; the last is open. */
export const bandBounds = [0, 1, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000] as const

const inArea = (area: string) => units.filter((unit) => unit.area === area).map(({ code }) => code)
const bands = (from: number, to: number): Of[] =>
  bandBounds.flatMap((bound, index) =>
    bound >= from && bound < to ? codes('band', [String(index + 1).padStart(2, '0')]) : [],
  )

/** The ways in which a member, or the whole, falls into parts that leave nothing over. */
export function partitionsOf(of: Of): Of[][] {
  const [only] = of
  if (only === undefined) return wholes
  if (of.length > 1) return []
  switch (`${only.split}:${only.code}`) {
    case 'plan:fiscal':
      return [codes('plan', span(1, 4, 1))]
    case 'seller:enterprise':
      return [codes('seller', ['1', '2'])]
    case 'area:south':
      return [codes('unit', inArea('south'))]
    case 'area:north':
      return [codes('unit', inArea('north'))]
    default:
      return only.split === 'period'
        ? periodParts(only.code).map((part) => codes('period', part))
        : rangeOf(only)
  }
}

function rangeOf({ split, code }: Subject): Of[][] {
  const [from = 0, to = 0] = code.split('-').map(Number)
  if (split === 'over') return bandBounds.includes(from as 0) ? [bands(from, Number.POSITIVE_INFINITY)] : []
  if (split === 'below') return bandBounds.includes(from as 0) ? [bands(0, from)] : []
  if (split !== 'between') return []
  return bandBounds.includes(from as 0) && bandBounds.includes(to as 0) ? [bands(from, to)] : []
}

/** The bounds in 万元 that a size lies between; null for what is no size. */
function boundsOf([only, ...more]: Of): [number, number] | null {
  const [from = 0, to = Number.POSITIVE_INFINITY] = (only?.code ?? '').split('-').map(Number)
  const index = from - 1
  if (more.length > 0) return null
  switch (only?.split) {
    case 'band':
      return [bandBounds[index] ?? 0, bandBounds[index + 1] ?? Number.POSITIVE_INFINITY]
    case 'over':
      return [from, Number.POSITIVE_INFINITY]
    case 'below':
      return [0, from]
    case 'between':
      return [from, to]
    default:
      return null
  }
}

/** Whether these are sizes that follow on each other from nothing up, and so all there is. */
export function tiled(ofs: readonly Of[]): boolean {
  const bounds = ofs.map(boundsOf).filter((one) => one !== null)
  if (bounds.length < ofs.length) return false
  bounds.sort((a, b) => a[0] - b[0])
  return (
    bounds.at(-1)?.[1] === Number.POSITIVE_INFINITY &&
    bounds.every(([from], index) => from === (bounds[index - 1]?.[1] ?? 0))
  )
}

const wholes: Of[][] = [
  codes('flow', span(1, 3, 1)),
  codes('area', ['north', 'south']),
  codes('plan', ['fiscal', '9']),
  codes('type', span(1, 5, 1)),
  codes(
    'unit',
    units.map(({ code }) => code),
  ),
  codes('field', span(1, 11, 2)),
  codes('band', span(1, 13, 2)),
  codes('period', ['Q1', 'Q2', 'Q3', 'Q4']),
  codes('period', ['H1', 'H2']),
  codes('period', ['Q1 of 2', 'Q2 of 2']),
  codes('period', ['Q1 of 3', 'Q2 of 3', 'Q3 of 3']),
  codes('period', ['H1 of 3', 'Q3 of 3']),
  codes('seller', ['enterprise', '3', '4', '5']),
  codes('seller', ['1', '2', '3', '4', '5']),
]

/** The members that a member is ranked among: its own split, sellers either with enterprises as one or split in two. */
export function rivalsOf({ split, code }: Subject): Of[] {
  if (split === 'seller')
    return codes('seller', ['1', '2'].includes(code) ? ['1', '2', '3', '4'] : ['enterprise', '3', '4'])
  if (split === 'plan')
    return code === 'fiscal' || code === '9' ? codes('plan', ['fiscal', '9']) : codes('plan', span(1, 4, 1))
  const table = wholes.find((parts) => parts[0]?.[0]?.split === split)
  return table ?? []
}
