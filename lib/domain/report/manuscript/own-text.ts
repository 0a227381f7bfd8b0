import { referenceSaid } from '../reference'
import { merged, type Said, type Span } from '../spans'
import { type Typed, typedDigits } from '../typed-digits'
import { NO_FIGURE } from '../unsourced'
import type { Own, Slot } from './model'
import type { Figures } from './slot'

/** Exhibits of the report by their number. */
export type Numbers = ReadonlyMap<string, { kind: 'table' | 'figure'; number: number }>

const MARK = /\{([^{}]{1,120})\}/g

/** The marks of slots in a text, in their order. */
export const marksIn = (text: string): string[] => [...text.matchAll(MARK)].map(([, mark = '']) => mark)

/** A paragraph of the staff's own as the report says it; what is written in one language stands for the other too. */
export function ownSaid(own: Own, figures: Figures, numbers: Numbers): Said {
  const [zh, en] = (['zh', 'en'] as const).map((side) => spansOf(own, side, figures, numbers))
  return { zh: zh?.length ? zh : (en ?? []), en: en?.length ? en : (zh ?? []) }
}

/** What a slot says in this report. */
function slotSaid(slot: Slot, figures: Figures, numbers: Numbers): Said {
  if (slot.kind === 'figure') return figures(slot) ?? NO_FIGURE
  const at = numbers.get(slot.to)
  return at ? referenceSaid(slot.to, at.kind, at.number) : NO_FIGURE
}

/** A paragraph is one line: breaks of the text box are not printed. */
const oneLine = (text: string, side: 'zh' | 'en'): string =>
  text.trim().replace(/\s*\n\s*/g, side === 'zh' ? '' : ' ')

function spansOf(own: Own, side: 'zh' | 'en', figures: Figures, numbers: Numbers): Span[] {
  const text = labelled(own, oneLine(own[side], side), side)
  const spans: Span[] = []
  let at = 0
  for (const found of text.matchAll(MARK)) {
    const slot = own.slots[found[1] ?? '']
    if (!slot) continue
    spans.push({ kind: 'text', text: text.slice(at, found.index) })
    spans.push(...slotSaid(slot, figures, numbers)[side])
    at = found.index + found[0].length
  }
  spans.push({ kind: 'text', text: text.slice(at) })
  return merged(
    spans.flatMap((span) => (span.kind === 'text' ? withSources(span.text, own, side) : [span])),
    side,
  )
}

/** A note says that it is one. */
function labelled({ kind }: Own, text: string, side: 'zh' | 'en'): string {
  if (kind === 'own' || text === '' || /^(注|note)/i.test(text)) return text
  return side === 'zh' ? `注：${text}` : `Note: ${text}`
}

function withSources(text: string, own: Own, side: 'zh' | 'en'): Span[] {
  const spans: Span[] = []
  let at = 0
  for (const typed of typedDigits(text)) {
    const source = sourceFor(typed, own, side)
    if (!source) continue
    spans.push({ kind: 'text', text: text.slice(at, typed.start) })
    spans.push({ kind: 'sourced', text: typed.text, source })
    at = typed.end
  }
  return [...spans, { kind: 'text', text: text.slice(at) }]
}

/** The same number in the other language has the same source. */
function sourceFor(typed: Typed, { sources }: Own, side: 'zh' | 'en'): string | undefined {
  const key = plainDigits(typed.text)
  const own = sources.find(({ digits }) => plainDigits(digits) === key)
  if (own || side === 'zh') return own?.source
  const value = typed.numeral?.value
  return sources.find(({ digits }) => {
    const other = typedDigits(digits)[0]?.numeral?.value
    return other !== undefined && other === value
  })?.source
}

/** A typed number however it is spaced and however wide its digits are. */
export const plainDigits = (text: string): string => text.normalize('NFKC').replace(/[\s,]/g, '')
