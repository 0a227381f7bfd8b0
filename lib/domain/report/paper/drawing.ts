import type { Chart, ChartRow } from './chart'

/** One thing of a drawing; lengths in points, y downwards, text at its baseline. */
export type Shape =
  | { kind: 'box'; x: number; y: number; width: number; height: number; ink: string; edge?: string }
  | {
      kind: 'line'
      from: readonly [number, number]
      to: readonly [number, number]
      ink: string
      width: number
    }
  | { kind: 'text'; x: number; y: number; size: number; text: string; end: boolean; ink: string }

export interface Drawing {
  width: number
  height: number
  shapes: readonly Shape[]
}

const INK = '#1f2624'
const SOFT = '#5d6663'
/** Light enough apart for grey print; hatching parts them once more. */
const fills = [
  { ink: '#0b6350', hatch: null },
  { ink: '#d9e4e0', hatch: 'rising' },
  { ink: '#7fa79b', hatch: null },
  { ink: '#f3f6f5', hatch: 'level' },
  { ink: '#b9cfc8', hatch: 'falling' },
  { ink: '#45806f', hatch: 'rising' },
] as const
const BEFORE = { ink: '#e6e8e6', hatch: 'rising' } as const
type Fill = { ink: string; hatch: 'rising' | 'falling' | 'level' | null }

const SIZE = 9.5
const SMALL = 8.5

/** About how wide a text is: Chinese a square, the rest a good half of it. */
export const widthOf = (text: string, size: number): number =>
  [...text].reduce((sum, one) => sum + (/[\u2e80-\uffef]/.test(one) ? 1 : 0.56), 0) * size

/** A chart as shapes across `width`: readable in grey, its figures written beside the bars. */
export function drawingOf(chart: Chart, width: number): Drawing {
  const head = headOf(chart, width)
  const body = chart.kind === 'parts' ? partsOf(chart, width, head.height) : barsOf(chart, width, head.height)
  return { width, height: body.height, shapes: [...head.shapes, ...body.shapes] }
}

/** What is measured at the left, the years at the right. */
function headOf({ measured, years }: Chart, width: number): { shapes: Shape[]; height: number } {
  const shapes: Shape[] = measured
    ? [{ kind: 'text', x: 0, y: 11, size: SMALL, text: measured, end: false, ink: SOFT }]
    : []
  if (years) {
    const before = width - widthOf(years.before, SMALL)
    const now = before - 22 - widthOf(years.now, SMALL)
    shapes.push(
      ...filled({ x: now - 13, y: 3, width: 9, height: 9 }, fills[0]),
      { kind: 'text', x: now, y: 11, size: SMALL, text: years.now, end: false, ink: INK },
      ...filled({ x: before - 13, y: 3, width: 9, height: 9 }, BEFORE),
      { kind: 'text', x: before, y: 11, size: SMALL, text: years.before, end: false, ink: INK },
    )
  }
  return { shapes, height: shapes.length > 0 ? 20 : 2 }
}

function barsOf({ rows }: Chart, width: number, top: number): { shapes: Shape[]; height: number } {
  const labels = rows.map(({ label }) => linesIn(label, width * 0.3))
  const left = Math.max(...labels.flat().map((line) => widthOf(line, SIZE)), 0) + 8
  const texts = rows.flatMap(({ now, before }) => [now.text, before?.text ?? ''])
  const right = Math.max(...texts.map((text) => widthOf(text, SMALL)), 0) + 6
  const room = Math.max(width - left - right, 40)
  let y = top
  const shapes = rows.flatMap((row, at): Shape[] => {
    const lines = labels[at] ?? []
    const tall = Math.max(row.before ? 24 : 17, lines.length * 11.5 + 4)
    const middle = y + tall / 2
    const bar = (one: ChartRow['now'], from: number, height: number, fill: Fill): Shape[] => [
      ...filled({ x: left, y: from, width: one.length * room, height }, fill),
      {
        kind: 'text',
        x: left + one.length * room + 4,
        y: from + height / 2 + SMALL * 0.36,
        size: SMALL,
        text: one.text,
        end: false,
        ink: fill === BEFORE ? SOFT : INK,
      },
    ]
    y += tall
    return [
      ...lines.map(
        (text, line): Shape => ({
          kind: 'text',
          x: left - 8,
          y: middle + SIZE * 0.36 + (line - (lines.length - 1) / 2) * 11.5,
          size: SIZE,
          text,
          end: true,
          ink: INK,
        }),
      ),
      ...(row.before
        ? [...bar(row.now, middle - 11, 9, fills[0]), ...bar(row.before, middle + 1, 8, BEFORE)]
        : bar(row.now, middle - 5.5, 11, fills[0])),
    ]
  })
  const axis: Shape = { kind: 'line', from: [left, top], to: [left, y], ink: SOFT, width: 0.6 }
  return { shapes: [...shapes, axis], height: y + 2 }
}

/** One bar of the whole; below it each part by its name. */
function partsOf({ rows }: Chart, width: number, top: number): { shapes: Shape[]; height: number } {
  let x = 0
  const bar = rows.flatMap(({ now }, at): Shape[] => {
    const from = x
    x += now.length * width
    return filled({ x: from, y: top, width: now.length * width, height: 30 }, fillAt(at))
  })
  const start = top + 44
  const needed =
    Math.max(...rows.map(({ label, now }) => widthOf(label, SIZE) + widthOf(now.text, SIZE)), 0) + 50
  const columns = needed > width / 2 ? 1 : 2
  const column = width / 2
  const legend = rows.flatMap(({ label, now }, at): Shape[] => {
    const left = (at % columns) * column
    const y = start + Math.floor(at / columns) * 17
    return [
      ...filled({ x: left, y: y - 8, width: 10, height: 10 }, fillAt(at)),
      { kind: 'text', x: left + 15, y: y + 0.5, size: SIZE, text: label, end: false, ink: INK },
      {
        kind: 'text',
        x: left + Math.max(column, needed) - 20,
        y: y + 0.5,
        size: SIZE,
        text: now.text,
        end: true,
        ink: INK,
      },
    ]
  })
  return { shapes: [...bar, ...legend], height: start + Math.ceil(rows.length / columns) * 17 - 6 }
}

const fillAt = (at: number): Fill => fills[at % fills.length] ?? fills[0]

interface Box {
  x: number
  y: number
  width: number
  height: number
}

function filled(box: Box, { ink, hatch }: Fill): Shape[] {
  if (box.width <= 0) return []
  const edge: Shape = { kind: 'box', ...box, ink, ...(hatch ? { edge: SOFT } : {}) }
  return [edge, ...hatched(box, hatch)]
}

/** Strokes across a box, cut off at its edges. */
function hatched({ x, y, width, height }: Box, hatch: Fill['hatch']): Shape[] {
  if (!hatch) return []
  const strokes: Shape[] = []
  const stroke = (from: [number, number], to: [number, number]) =>
    strokes.push({ kind: 'line', from, to, ink: SOFT, width: 0.5 })
  if (hatch === 'level') {
    for (let at = 3; at < height; at += 3) stroke([x, y + at], [x + width, y + at])
    return strokes
  }
  for (let at = 4; at < width + height; at += 4) {
    // A stroke meets the left or lower edge and the upper or right one.
    const [a, b] = [Math.max(0, at - height), Math.min(at, width)]
    const mirrored = (across: number) => (hatch === 'rising' ? x + across : x + width - across)
    stroke([mirrored(a), y + (at - a)], [mirrored(b), y + (at - b)])
  }
  return strokes
}

/** A label in lines that fit, broken between words, or between characters where it has no spaces. */
function linesIn(label: string, room: number): string[] {
  const pieces = label.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+\s*|\s+/g) ?? [label]
  const lines: string[] = []
  let line = ''
  for (const piece of pieces) {
    if (line && widthOf((line + piece).trimEnd(), SIZE) > room) {
      lines.push(line.trimEnd())
      line = piece
    } else line += piece
  }
  return line ? [...lines, line.trimEnd()] : lines
}
