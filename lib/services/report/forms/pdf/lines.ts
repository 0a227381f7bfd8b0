import type { Run } from '@/lib/domain/report/paper/paper'

/** A piece that no line breaks within. */
export interface Token {
  text: string
  width: number
  /** A mark above the line. */
  raised: boolean
}

export interface Line {
  tokens: readonly Token[]
  /** What is added after each character so that the line fills its measure. */
  spread: number
}

type Measure = (text: string, raised: boolean) => number

const SQUARE = /[\u2e80-\uffef“”‘’—…·×]/
/** 避头尾 (GB/T 15834): what a line neither begins nor ends with. */
const NEVER_FIRST = /^[，。、；：！？）》〉」』”’】〕％…—·,.;:!?)\]%]/
const NEVER_LAST = /[（《〈「『“‘【〔([]$/

/** Runs in lines of `width`, the first of them shorter by `indent`; Chinese lines but the last fill their measure. */
export function linesOf(
  runs: readonly { text: string; raised?: boolean }[],
  {
    width,
    indent = 0,
    justified,
    measure,
  }: { width: number; indent?: number; justified: boolean; measure: Measure },
): Line[] {
  const lines: Line[] = []
  let line: Token[] = []
  let used = 0
  const room = () => width - (lines.length === 0 ? indent : 0)
  const close = (last: boolean) => {
    while (line.at(-1)?.text === ' ') line.pop()
    const natural = line.reduce((sum, token) => sum + token.width, 0)
    const gaps = line.reduce((sum, { text }) => sum + [...text].length, 0) - 1
    const spare = room() - natural
    lines.push({ tokens: line, spread: justified && !last && gaps > 0 ? Math.max(0, spare / gaps) : 0 })
    line = []
    used = 0
  }
  for (const token of tokensOf(runs, measure)) {
    if (line.length > 0 && token.text !== ' ' && used + token.width > room()) close(false)
    if (line.length === 0 && token.text === ' ') continue
    line.push(token)
    used += token.width
  }
  if (line.length > 0) close(true)
  return lines
}

function tokensOf(runs: readonly { text: string; raised?: boolean }[], measure: Measure): Token[] {
  const tokens: Token[] = []
  for (const { text, raised = false } of runs) {
    const pieces = text.match(/ |[\u2e80-\uffef“”‘’—…·×]|[^ \u2e80-\uffef“”‘’—…·×]+/g) ?? []
    for (const piece of pieces) {
      const last = tokens.at(-1)
      const bound =
        last !== undefined &&
        last.text !== ' ' &&
        piece !== ' ' &&
        (raised ||
          NEVER_FIRST.test(piece) ||
          NEVER_LAST.test(last.text) ||
          !(SQUARE.test(piece) || /[\u2e80-\uffef“”‘’—…·×]$/.test(last.text)))
      if (bound && !raised && !last.raised) {
        tokens[tokens.length - 1] = {
          text: last.text + piece,
          width: measure(last.text + piece, false),
          raised,
        }
      } else tokens.push({ text: piece, width: measure(piece, raised), raised })
    }
  }
  return tokens
}

/** Runs with the number of each source beside what it is the source of. */
export function withMarks(
  runs: readonly Run[],
  sources: string[],
): { runs: { text: string; raised?: boolean }[]; own: readonly string[] } {
  const own: string[] = []
  const marked = runs.flatMap(({ text, source }) => {
    if (source === undefined) return [{ text }]
    sources.push(source)
    const mark = `[${sources.length}]`
    own.push(`${mark} ${source}`)
    return [{ text }, { text: mark, raised: true }]
  })
  return { runs: marked, own }
}
