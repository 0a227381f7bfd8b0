import type { SplitName } from '../statistics/book'
import type { TableId } from '../statistics/catalogue'
import type { CellFilter } from '../statistics/drill'
import type { Figure } from '../statistics/figure'
import type { MeasureName } from '../statistics/measures'
import type { WorkMeasure } from '../work-records/roll-up'

/**
 * What a number of the report is: a measure of the statistics; one sum against another (比); how many members a claim is
 * true of; a bound that the report's words set; a year; parts added up as they are printed; what self-audits came to;
 * a measure of the registers of work, what its rate is divided by, and the rate.
 */
export type ReportMeasure =
  | MeasureName
  | 'meanMultiple'
  | 'ratio'
  | 'members'
  | 'bound'
  | 'year'
  | 'place'
  | 'printedSum'
  | 'audits'
  | 'corrected'
  | 'revoked'
  | WorkMeasure
  | 'divisions'
  | 'institutions'
  | 'policyRate'
  | 'institutionRate'

export interface Cited {
  /** Exact: counts whole, money in fen, shares and multiples as fractions. A fall is below zero, its text is the size. */
  value: Figure
  measure: ReportMeasure
  /** The table it is a figure of and the members it adds up; none of them is the total. */
  of: { table: TableId; members: readonly string[]; to?: readonly string[] } | null
  /** The statistical year it belongs to. */
  year: number
  /** The contracts behind it; null where no list adds up to it. */
  door: CellFilter | null
  /** The records of work behind it, where it is a measure of them; `member` is the code it is narrowed by. */
  records?: { measure: WorkMeasure; member: string | null }
}

export type Span =
  /** Words without a digit. */
  | { kind: 'text'; text: string }
  /** A member of a split, as the year calls it. */
  | { kind: 'name'; text: string; split: SplitName; member: string }
  /** What a register of work calls something (an institution, an event, a body); may hold digits. `of`: its code or name. */
  | { kind: 'title'; text: string; of: string }
  /** A table or figure of the same report: 图 1. */
  | { kind: 'reference'; text: string; to: string }
  /** A day (ISO, Asia/Shanghai). */
  | { kind: 'date'; text: string; day: string }
  /** A number that staff typed, with where it comes from. */
  | { kind: 'sourced'; text: string; source: string }
  | ({ kind: 'number'; text: string } & Cited)

export type NumberSpan = Extract<Span, { kind: 'number' }>

/** The same in both languages. */
export interface Said {
  zh: readonly Span[]
  en: readonly Span[]
}

type Weave = (strings: TemplateStringsArray, ...parts: readonly Said[]) => Span[]

const weave =
  (side: keyof Said): Weave =>
  (strings, ...parts) =>
    merged(
      strings.flatMap((text, index) => [{ kind: 'text', text } as const, ...(parts[index]?.[side] ?? [])]),
      side,
    )

/** A Chinese sentence with its bound parts; a space stands between characters and digits. */
export const zh = weave('zh')
export const en = weave('en')

export const nothing: Said = { zh: [], en: [] }

export const joined = (parts: readonly Said[], comma: string, englishComma: string): Said => ({
  zh: merged(between(parts, 'zh', comma), 'zh'),
  en: merged(between(parts, 'en', englishComma), 'en'),
})

const between = (parts: readonly Said[], side: keyof Said, comma: string): Span[] =>
  parts.flatMap((part, index) => [
    ...(index > 0 ? [{ kind: 'text', text: comma } as const] : []),
    ...part[side],
  ])

const HAN_END = /[\p{Script=Han}]$/u
const HAN_START = /^[\p{Script=Han}]/u

/** Neighbouring texts are one, empty ones none; in Chinese a space stands between characters and digits. */
export function merged(spans: readonly Span[], side: keyof Said): Span[] {
  const all: Span[] = []
  for (const span of spans.filter(({ text }) => text !== '')) {
    const last = all.at(-1)
    const gap = side === 'zh' && last && needsGap(last, span) ? ' ' : ''
    if (span.kind === 'text' && last?.kind === 'text') {
      all[all.length - 1] = { kind: 'text', text: last.text + span.text }
    } else if (gap && last?.kind === 'text') {
      all[all.length - 1] = { kind: 'text', text: last.text + gap }
      all.push(span)
    } else if (gap && span.kind === 'text') all.push({ kind: 'text', text: gap + span.text })
    else all.push(span)
  }
  return all
}

const isDigits = ({ kind }: Span): boolean => kind === 'number' || kind === 'date'

const needsGap = (last: Span, span: Span): boolean =>
  (last.kind === 'text' && isDigits(span) && HAN_END.test(last.text) && /^\d/.test(span.text)) ||
  (isDigits(last) && span.kind === 'text' && /[\d%]$/.test(last.text) && HAN_START.test(span.text))

/** The plain text of spans. */
export const plain = (spans: readonly Span[]): string => spans.map(({ text }) => text).join('')
