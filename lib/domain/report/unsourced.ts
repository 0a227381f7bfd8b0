import type { Numeral } from '../checker/reading/numerals'
import type { Figure } from '../statistics/figure'
import type { Block, Chapter } from './model'
import { plain, type Said, type Span } from './spans'
import { type Typed, typedDigits } from './typed-digits'

/** What stands in a staff's paragraph where its slot has no figure in this year. */
export const NO_FIGURE: Said = {
  zh: [{ kind: 'text', text: '〔本年无此数〕' }],
  en: [{ kind: 'text', text: '[no such figure this year]' }],
}
const HOLES = [plain(NO_FIGURE.zh), plain(NO_FIGURE.en)]

/** A number that the report is bound to: as it is printed, and exactly in the same unit. */
interface Bound {
  printed: Numeral
  exact: number | null
}

const sides = ['zh', 'en'] as const

/**
 * Numbers that staff typed into paragraphs and notes of their own, that equal no bound number of the report and have no
 * source; and slots without a figure. Nothing may be published before the list is empty.
 */
export function unsourced(chapters: readonly Chapter[]): { block: string; digits: string }[] {
  const bound = boundNumbers(chapters)
  return chapters.flatMap(({ blocks }) =>
    blocks.flatMap((block) => {
      if (block.kind !== 'own' && block.kind !== 'note') return []
      const found = sides.flatMap((side) => looseIn(block.said[side], bound))
      return [...new Set(found)].map((digits) => ({ block: block.id, digits }))
    }),
  )
}

/** Whether a number as somebody typed it, with its unit, says what these words are bound to. */
export function says(digits: string, said: Said): boolean {
  const bound = sides.flatMap((side) => boundIn(said[side]))
  return typedDigits(digits).some((typed) => bound.some((one) => equals(typed, one)))
}

function looseIn(spans: readonly Span[], bound: readonly Bound[]): string[] {
  return typedIn(spans)
    .filter((typed) => !bound.some((one) => equals(typed, one)))
    .map(({ text }) => text)
    .concat(HOLES.filter((hole) => spans.some(({ kind, text }) => kind === 'text' && text.includes(hole))))
}

/** Numbers of typed words, read in their sentence; what is bound, dated, named or sourced is not typed. */
function typedIn(spans: readonly Span[]): Typed[] {
  const blank = spans.map(({ kind, text }) => (kind === 'text' ? text : '□'.repeat(text.length)))
  return typedDigits(blank.join(''))
}

/** Whether a typed number says a bound one, as printed or rounded from it to no fewer than three digits. */
function equals({ numeral, significant }: Typed, { printed, exact }: Bound): boolean {
  // “余” says more than the number alone does.
  if (!numeral || (numeral.more && !printed.more) || numeral.unit !== printed.unit) return false
  const year = printed.unit === 'bare' && printed.noun === YEAR
  if (!year && numeral.noun !== printed.noun && numeral.unit !== 'piece') return false
  // Of a fall the size is printed, and a dash before a number is more often a range than a sign.
  const value = Math.abs(numeral.value)
  if (same(value, Math.abs(printed.value), 0)) return true
  return exact !== null && significant >= 3 && same(value, exact, numeral.half)
}

const same = (a: number, b: number, within: number): boolean =>
  Math.abs(a - b) <= within + 1e-12 * Math.max(1, Math.abs(a), Math.abs(b))

/** Stands for the noun of a year in English, whatever word follows it. */
const YEAR = 'year'

/** Every number that sentences, captions, notes and slots are bound to. */
function boundNumbers(chapters: readonly Chapter[]): Bound[] {
  const said = chapters.flatMap(({ blocks }) => blocks.flatMap(saidIn))
  return said.flatMap((one) => sides.flatMap((side) => boundIn(one[side])))
}

const saidIn = (block: Block): readonly Said[] => {
  switch (block.kind) {
    case 'heading':
      return []
    case 'paragraph':
      return block.sentences.map(({ said }) => said)
    case 'table':
    case 'figure':
      return [block.caption]
    default:
      return [block.said]
  }
}

function boundIn(spans: readonly Span[]): Bound[] {
  const typed = typedDigits(plain(spans))
  let at = 0
  return spans.flatMap((span): Bound[] => {
    const start = at
    at += span.text.length
    if (span.kind === 'text' || span.kind === 'reference' || span.kind === 'sourced') return []
    return typed.flatMap(({ numeral, start: from, end }): Bound[] => {
      if (!numeral || from >= at || end <= start) return []
      if (span.kind !== 'number') return [{ printed: numeral, exact: null }]
      const year = span.measure === 'year' && numeral.unit === 'bare'
      const printed = year ? { ...numeral, noun: YEAR } : numeral
      return [{ printed, exact: exactly(span.value, printed) }]
    })
  })
}

/** The size of a figure in the unit it is printed in: money in 万元, shares in per cent. */
function exactly(figure: Figure, { unit }: Numeral): number | null {
  const value = Math.abs(Number(figure.n) / Number(figure.d))
  switch (unit) {
    case 'money':
      return value / 1e6
    case 'percent':
      return value * 100
    case 'times':
    case 'ratio':
      return value
    default:
      return null
  }
}
