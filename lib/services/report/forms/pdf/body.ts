import type { Paper } from '@/lib/domain/report/paper/paper'
import { page, textWidth } from '../layout'
import { drawCell, drawDrawing, drawLine, drawRule } from './draw'
import type { Placed } from './flow'
import type { Content, Role } from './pieces'
import { artifact, content, type Element, element, type Pdf, tableAttributes } from './tagged'

type Part<Kind extends Content['kind']> = Placed<Extract<Content, { kind: Kind }>>

/** How each role is tagged: the title stands above the chapters. */
const tags: Record<Role, string> = { H1: 'H2', H2: 'H3', P: 'P', Caption: 'Caption', Note: 'P' }

const isKind =
  <Kind extends Content['kind']>(kind: Kind) =>
  (part: Placed<Content>): part is Part<Kind> =>
    part.content.kind === kind

/** The blocks on their pages, each an element of the document, with a bookmark for each heading. */
export function drawBody(
  doc: Pdf,
  whole: Element,
  { blocks }: Paper,
  placed: readonly Placed<Content>[],
): void {
  let chapter = doc.outline
  blocks.forEach((block, at) => {
    const parts = placed.filter((part) => part.content.block === at)
    if (block.kind === 'heading' && parts[0]) {
      const [first] = parts
      doc.switchToPage(first.page)
      const top = page.top + first.y
      doc.addNamedDestination(block.id, 'XYZ', 0, page.height - top, null)
      const parent = block.level === 1 ? doc.outline : chapter
      const item = parent.addItem(block.text, { left: page.width, top, expanded: true } as never)
      if (block.level === 1) chapter = item
    }
    const lines = parts.filter(isKind('line'))
    const rows = parts.filter(isKind('row'))
    const [picture] = parts.filter(isKind('drawing'))
    const own = (role: Role) => lines.filter(({ content: { role: its } }) => its === role)
    if (rows.length > 0) {
      const table = element(doc, whole, 'Table')
      drawLines(doc, table, own('Caption'))
      drawRows(doc, table, rows)
      table.end()
      drawLines(doc, whole, own('Note'))
    } else if (picture) {
      const frame = element(doc, whole, 'Div')
      drawPicture(doc, frame, picture)
      drawLines(doc, frame, own('Caption'))
      frame.end()
    } else drawLines(doc, whole, lines)
  })
}

/** Lines as elements: a first line begins one, the others go on with it, on the next page too. */
function drawLines(doc: Pdf, parent: Element, parts: readonly Part<'line'>[]): void {
  let open: Element | null = null
  let at = 0
  while (at < parts.length) {
    const first = parts[at]
    if (!first) break
    const tag = tags[first.content.role]
    if (first.content.first || !open) {
      open?.end()
      open = element(doc, parent, tag)
    }
    let to = at + 1
    while (parts[to]?.page === first.page && !parts[to]?.content.first) to += 1
    const together = parts.slice(at, to)
    content(doc, open, tag, first.page, () => {
      for (const { y, content: said } of together) {
        const indent = said.first ? said.look.indent : 0
        drawLine(doc, said.line, said.look, page.left + indent, page.top + y, textWidth - indent)
      }
    })
    at = to
  }
  open?.end()
}

function drawPicture(
  doc: Pdf,
  parent: Element,
  { page: on, y, content: { drawing, statement } }: Part<'drawing'>,
): void {
  const figure = element(doc, parent, 'Figure', { alt: statement })
  content(doc, figure, 'Figure', on, () => drawDrawing(doc, drawing, page.left, page.top + y))
  figure.end()
}

function drawRows(doc: Pdf, table: Element, rows: readonly Part<'row'>[]): void {
  const groups = { THead: element(doc, table, 'THead'), TBody: element(doc, table, 'TBody') }
  rows.forEach((part, index) => {
    const { row } = part.content
    const next = rows[index + 1]
    const below = next?.page === part.page ? next : undefined
    artifact(doc, part.page, () => drawRules(doc, part, below))
    if (part.repeated) {
      artifact(doc, part.page, () => eachCell(part, (_, draw) => draw(doc)))
      return
    }
    const line = element(doc, row.head ? groups.THead : groups.TBody, 'TR')
    eachCell(part, (at, draw) => {
      const tag = row.head || at === 0 ? 'TH' : 'TD'
      const cell = element(doc, line, tag)
      const span = row.cells[at]?.span ?? 1
      if (tag === 'TH' || span > 1) {
        tableAttributes(cell, {
          ...(tag === 'TH' && { Scope: row.head ? 'Column' : 'Row' }),
          ...(span > 1 && { RowSpan: span }),
        })
      }
      content(doc, cell, tag, part.page, () => draw(doc, rows.slice(index, index + span)))
      cell.end()
    })
    line.end()
  })
  groups.THead.end()
  groups.TBody.end()
}

/** Hands out each cell with the way to draw it, over the rows it covers. */
function eachCell(
  { y, content: { row, widths, size } }: Part<'row'>,
  hand: (at: number, draw: (doc: Pdf, over?: readonly Part<'row'>[]) => void) => void,
): void {
  let x = page.left
  row.cells.forEach((cell, at) => {
    const width = widths[at] ?? 0
    const box = { x, y: page.top + y, width }
    x += width
    if (!cell) return
    hand(at, (doc, over = []) => {
      const height =
        over.length > 1 ? over.reduce((sum, part) => sum + part.content.row.height, 0) : row.height
      drawCell(doc, cell, row.strong ? 'sans' : 'serif', size, { ...box, height })
    })
  })
}

/** The rule above a head and the rules below each row, open where a cell goes on. */
function drawRules(
  doc: Pdf,
  { y, content: { row, widths, edges } }: Part<'row'>,
  below: Part<'row'> | undefined,
): void {
  const top = page.top + y
  if (row.head) drawRule(doc, page.left, page.left + textWidth, top, 1)
  let x = page.left
  row.cells.forEach((_, at) => {
    const width = widths[at] ?? 0
    const goesOn = below !== undefined && below.content.row.cells[at] === null
    if (!goesOn) drawRule(doc, x, x + width, top + row.height, edges === 'last' || !below ? 1 : 0.5)
    x += width
  })
}
