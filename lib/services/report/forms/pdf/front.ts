import type { Paper } from '@/lib/domain/report/paper/paper'
import { lines as heights, page, sizes, textWidth } from '../layout'
import { drawLine } from './draw'
import { linesOf } from './lines'
import type { MeasureText, TextLook } from './pieces'
import { artifact, content, type Element, element, type Pdf } from './tagged'

type Look = Omit<TextLook, 'indent'>

/** Title, what it stands for, issuer and month. */
export function drawCover(doc: Pdf, whole: Element, paper: Paper, measure: MeasureText): void {
  const centred = (text: string, tag: string, look: Look, y: number): number => {
    const lines = linesOf([{ text }], {
      width: textWidth,
      justified: false,
      measure: (said) => measure(look.face, look.size, said),
    })
    content(doc, element(doc, whole, tag), tag, 0, () => {
      for (const [at, line] of lines.entries()) {
        drawLine(doc, line, look, page.left, y + at * look.line, textWidth)
      }
    })
    return y + lines.length * look.line
  }
  const plain: Look = { face: 'serif', size: sizes.body, line: heights.body, align: 'center' }
  const title: Look = { face: 'title', size: sizes.title, line: heights.title, align: 'center' }
  const below = centred(paper.title, 'H1', title, page.top + 150)
  centred(paper.standing, 'P', { ...plain, size: 14 }, below + 20)
  const foot = page.height - page.bottom - 140
  centred(paper.month, 'P', plain, centred(paper.issuer, 'P', plain, foot))
}

export interface Entry {
  id: string
  level: 1 | 2
  text: string
  page: number
}

/** The contents, each entry the way to its heading. */
export function drawContents(
  doc: Pdf,
  whole: Element,
  heading: string,
  entries: readonly Entry[],
  measure: MeasureText,
): void {
  const PAGE = 1
  const line = (text: string) => ({ tokens: [{ text, width: 0, raised: false }], spread: 0 })
  const head: Look = { face: 'sans', size: sizes.body, line: heights.body, align: 'left' }
  content(doc, element(doc, whole, 'P'), 'P', PAGE, () => {
    const width = measure(head.face, head.size, heading)
    drawLine(doc, line(heading), head, page.left + (textWidth - width) / 2, page.top, textWidth)
  })
  const list = element(doc, whole, 'TOC')
  const look: Look = { face: 'serif', size: 14, line: heights.body, align: 'left' }
  entries.forEach(({ id, level, text, page: to }, at) => {
    const [x, y] = [page.left + (level - 1) * 28, page.top + 44 + at * look.line]
    const number = String(to + 1)
    const right = page.left + textWidth
    const [from, until] = [
      x + measure(look.face, look.size, text) + 6,
      right - measure(look.face, look.size, number) - 6,
    ]
    const item = element(doc, list, 'TOCI')
    const link = element(doc, item, 'Link', { alt: text })
    content(doc, link, 'Link', PAGE, () => {
      drawLine(doc, line(text), look, x, y, textWidth)
      drawLine(doc, line(number), look, until + 6, y, textWidth)
    })
    doc.goTo(x, y, right - x, look.line, id, { structParent: link } as never)
    artifact(doc, PAGE, () => {
      const step = measure(look.face, look.size, '.') * 1.6
      for (let dot = right - Math.ceil((right - from) / step) * step; dot < until - step; dot += step) {
        if (dot >= from) drawLine(doc, line('.'), look, dot, y, textWidth)
      }
    })
    link.end()
    item.end()
  })
  list.end()
}
