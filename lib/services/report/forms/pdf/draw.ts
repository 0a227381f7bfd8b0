import type { Drawing } from '@/lib/domain/report/paper/drawing'
import { CELL_EDGE } from '@/lib/domain/report/paper/widths'
import { lines as heights, page, runningOf, textWidth } from '../layout'
import type { Line } from './lines'
import type { FaceName, SetRow, TextLook } from './pieces'

type Pdf = PDFKit.PDFDocument

/** Where the letters of a line stand, from its top. */
const baseline = (line: number, size: number): number => line / 2 + size * 0.36

/** A line of text within `width`, its top at `y`. */
export function drawLine(
  doc: Pdf,
  line: Line,
  look: Omit<TextLook, 'indent'>,
  x: number,
  y: number,
  width: number,
): void {
  const { face, size, align } = look
  const natural = line.tokens.reduce((sum, token) => sum + token.width, 0)
  let at = align === 'center' ? x + (width - natural) / 2 : x
  for (const { text, raised, width: own } of joined(line)) {
    doc
      .font(face)
      .fontSize(raised ? size * 0.6 : size)
      .text(text, at, y + baseline(look.line, size) - (raised ? size * 0.35 : 0), {
        lineBreak: false,
        baseline: 'alphabetic',
        characterSpacing: line.spread,
      })
    at += own + [...text].length * line.spread
  }
}

/** Neighbours of one kind are one text, so that a reader finds sentences and not characters. */
function joined({ tokens }: Line): { text: string; raised: boolean; width: number }[] {
  const all: { text: string; raised: boolean; width: number }[] = []
  for (const token of tokens) {
    const last = all.at(-1)
    if (last && last.raised === token.raised) {
      last.text += token.text
      last.width += token.width
    } else all.push({ ...token })
  }
  return all
}

/** One cell's text; `height` is that of all rows it covers. */
export function drawCell(
  doc: Pdf,
  cell: NonNullable<SetRow['cells'][number]>,
  face: FaceName,
  size: number,
  box: { x: number; y: number; width: number; height: number },
): void {
  const inner = box.width - 2 * CELL_EDGE
  const top = box.y + (box.height - cell.lines.length * heights.cell) / 2
  cell.lines.forEach((line, index) => {
    const natural = line.tokens.reduce((sum, token) => sum + token.width, 0)
    const shift = cell.align === 'left' ? 0 : cell.align === 'right' ? inner - natural : (inner - natural) / 2
    drawLine(
      doc,
      line,
      { face, size, line: heights.cell, align: 'left' },
      box.x + CELL_EDGE + shift,
      top + index * heights.cell,
      inner,
    )
  })
}

export function drawRule(doc: Pdf, from: number, to: number, y: number, width: number): void {
  doc.moveTo(from, y).lineTo(to, y).lineWidth(width).strokeColor('#000000').stroke()
}

/** A picture in its own lines and letters, its upper left corner at `x`, `y`. */
export function drawDrawing(doc: Pdf, { shapes }: Drawing, x: number, y: number): void {
  for (const shape of shapes) {
    if (shape.kind === 'box') {
      doc.rect(x + shape.x, y + shape.y, shape.width, shape.height)
      if (shape.edge) doc.lineWidth(0.5).fillAndStroke(shape.ink, shape.edge)
      else doc.fill(shape.ink)
    } else if (shape.kind === 'line') {
      const [[x1, y1], [x2, y2]] = [shape.from, shape.to]
      doc
        .moveTo(x + x1, y + y1)
        .lineTo(x + x2, y + y2)
        .lineWidth(shape.width)
        .strokeColor(shape.ink)
        .stroke()
    } else {
      doc.font('sans').fontSize(shape.size).fillColor(shape.ink)
      const left = shape.end ? shape.x - doc.widthOfString(shape.text) : shape.x
      doc.text(shape.text, x + left, y + shape.y, { lineBreak: false, baseline: 'alphabetic' })
    }
  }
  doc.fillColor('#000000')
}

/** Whose pages these are and of when at the head, the number at the foot. */
export function drawFrame(doc: Pdf, running: { title: string; standing: string }, number: number): void {
  const top = page.top - 26
  doc.font('serif').fontSize(9).fillColor('#000000')
  const [left, right] = runningOf(running)
  if (left) doc.text(left, page.left, top, { lineBreak: false })
  doc.text(right, page.left + textWidth - doc.widthOfString(right), top, { lineBreak: false })
  drawRule(doc, page.left, page.left + textWidth, top + 15, 0.5)
  doc.fontSize(14)
  const text = `— ${number} —`
  doc.text(text, page.left + (textWidth - doc.widthOfString(text)) / 2, page.height - page.bottom + 30, {
    lineBreak: false,
  })
}
