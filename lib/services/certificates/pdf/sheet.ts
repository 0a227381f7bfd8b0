import 'server-only'
import { drawLine } from '../../report/forms/pdf/draw'
import { type Line, linesOf } from '../../report/forms/pdf/lines'
import type { FaceName } from '../../report/forms/pdf/pieces'
import { artifact, content, type Element, element, type Pdf } from '../../report/forms/pdf/tagged'

const mm = 72 / 25.4

export interface Look {
  face: FaceName
  size: number
  /** Height of a line. */
  line: number
}

/** The pages that one paper fills, from its first one on, and the place where the next thing goes. */
export class Sheet {
  readonly left: number
  readonly width: number
  readonly bottom: number
  y: number
  page: number
  private readonly first: number
  private readonly top: number

  constructor(
    readonly doc: Pdf,
    readonly root: Element,
    private readonly landscape: boolean,
    /** What runs at the foot of every page, before its number. */
    private readonly running: string,
  ) {
    const [width, height] = landscape ? [297 * mm, 210 * mm] : [210 * mm, 297 * mm]
    this.left = 25 * mm
    this.width = width - 50 * mm
    this.top = 22 * mm
    this.bottom = height - 22 * mm
    this.first = doc.bufferedPageRange().count
    this.page = this.first - 1
    this.y = 0
    this.turn()
  }

  /** Begins a page, within its frame. */
  turn(): void {
    this.doc.addPage({ size: 'A4', margin: 0, layout: this.landscape ? 'landscape' : 'portrait' })
    this.page += 1
    this.y = this.top
    const { width, height } = this.doc.page
    artifact(this.doc, this.page, () => {
      for (const [edge, thickness] of [
        [12 * mm, 1.6],
        [13.6 * mm, 0.5],
      ] as const)
        this.doc
          .rect(edge, edge, width - 2 * edge, height - 2 * edge)
          .lineWidth(thickness)
          .strokeColor('#000000')
          .stroke()
    })
  }

  /** Whether so much still fits on this page; else the next one begins. */
  need(height: number): boolean {
    if (this.y + height <= this.bottom) return false
    this.turn()
    return true
  }

  lines(text: string, { face, size }: Look, width: number, indent = 0): Line[] {
    return linesOf([{ text }], {
      width,
      indent,
      justified: false,
      measure: (piece) => this.doc.font(face).fontSize(size).widthOfString(piece),
    })
  }

  /** A paragraph across the page, flowing over to the next; one element of the document. */
  paragraph(
    tag: string,
    text: string,
    look: Look,
    options: { center?: boolean; indent?: number } = {},
  ): void {
    const { center = false, indent = 0 } = options
    const own = element(this.doc, this.root, tag)
    this.lines(text, look, this.width, indent).forEach((line, at) => {
      this.need(look.line)
      const shift = at === 0 ? indent : 0
      this.write(own, line, look, this.left + shift, this.y, this.width - shift, center)
      this.y += look.line
    })
    own.end()
  }

  /** One line of text at a place of this page. */
  write(own: Element, line: Line, look: Look, x: number, y: number, width: number, center = false): void {
    content(this.doc, own, 'Span', this.page, () => {
      this.doc.fillColor('#000000')
      drawLine(this.doc, line, { ...look, align: center ? 'center' : 'left' }, x, y, width)
    })
  }

  rule(from: readonly [number, number], to: readonly [number, number], width = 0.5): void {
    artifact(this.doc, this.page, () =>
      this.doc
        .moveTo(...from)
        .lineTo(...to)
        .lineWidth(width)
        .strokeColor('#000000')
        .stroke(),
    )
  }

  /** Numbers the pages once all of them are there. */
  close(word: (page: number, pages: number) => string): void {
    const pages = this.page - this.first + 1
    for (let page = this.first; page <= this.page; page += 1)
      artifact(
        this.doc,
        page,
        () => {
          const { width, height } = this.doc.page
          const text = `${this.running}　${word(page - this.first + 1, pages)}`
          this.doc.font('serif').fontSize(8.5).fillColor('#000000')
          this.doc.text(text, (width - this.doc.widthOfString(text)) / 2, height - 20.5 * mm, {
            lineBreak: false,
          })
        },
        'Pagination',
      )
  }
}
