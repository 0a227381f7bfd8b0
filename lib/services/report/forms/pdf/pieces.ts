import { type Drawing, drawingOf } from '@/lib/domain/report/paper/drawing'
import type { Grid } from '@/lib/domain/report/paper/grid'
import type { Paper, PaperBlock, Run } from '@/lib/domain/report/paper/paper'
import { CELL_EDGE, headLines, settingOf } from '@/lib/domain/report/paper/widths'
import { CELL_PAD, lines as heights, sizes, staysWithNext, textWidth } from '../layout'
import type { Piece } from './flow'
import { type Line, linesOf, withMarks } from './lines'

export type FaceName = 'serif' | 'sans' | 'title'

export interface TextLook {
  face: FaceName
  size: number
  /** Height of a line. */
  line: number
  align: 'left' | 'center'
  indent: number
}

/** One row of a table, its cells in lines; heights of the cells that span rows reach below it. */
export interface SetRow {
  cells: readonly ({ lines: readonly Line[]; align: 'left' | 'center' | 'right'; span: number } | null)[]
  height: number
  strong: boolean
  head: boolean
}

/** What is drawn of a block at one place. `block` counts the blocks; the parts of one are one element of the document. */
export type Content =
  | { kind: 'line'; block: number; role: Role; line: Line; look: TextLook; first: boolean }
  | {
      kind: 'row'
      block: number
      row: SetRow
      widths: readonly number[]
      size: number
      edges: 'head' | 'row' | 'last'
    }
  | { kind: 'drawing'; block: number; drawing: Drawing; statement: string }

export type Role = 'H1' | 'H2' | 'P' | 'Caption' | 'Note'

export type MeasureText = (face: FaceName, size: number, text: string) => number

const look = (
  face: FaceName,
  size: number,
  line: number,
  align: TextLook['align'] = 'left',
  indent = 0,
): TextLook => ({
  face,
  size,
  line,
  align,
  indent,
})

/** The blocks of a paper in pieces that flow over pages. */
export function piecesOf(paper: Paper, measure: MeasureText): Piece<Content>[] {
  const sources: string[] = []
  return paper.blocks.flatMap((block, at) => blockPieces(block, at, paper, sources, measure))
}

function blockPieces(
  block: PaperBlock,
  at: number,
  paper: Paper,
  sources: string[],
  measure: MeasureText,
): Piece<Content>[] {
  const english = paper.language === 'en'
  const text = (
    runs: readonly Run[],
    role: Role,
    how: TextLook,
    space: { before: number; keep?: boolean },
  ): Piece<Content>[] => {
    const { runs: marked, own } = withMarks(runs, sources)
    const told = textPieces(marked, {
      block: at,
      role,
      look: how,
      justified: !english && how.align === 'left',
      measure,
      ...space,
    })
    const notes = own.flatMap((source) =>
      textPieces([{ text: source }], {
        block: at,
        role: 'Note',
        look: look('serif', sizes.small, heights.note),
        justified: false,
        measure,
        before: 2,
      }),
    )
    return [...told, ...notes]
  }
  switch (block.kind) {
    case 'heading': {
      const [size, before] = block.level === 1 ? [sizes.body, 14] : [sizes.second, 8]
      return text([{ text: block.text }], block.level === 1 ? 'H1' : 'H2', look('sans', size, heights.body), {
        before,
        keep: true,
      })
    }
    case 'paragraph':
      return text(
        block.runs,
        'P',
        look('serif', sizes.body, heights.body, 'left', english ? 0 : 2 * sizes.body),
        {
          before: isExhibit(paper.blocks[at - 1]) ? 10 : english ? 6 : 0,
        },
      )
    case 'note':
      return text(block.runs, 'Note', look('serif', sizes.small, heights.note), { before: 4 })
    case 'table': {
      const caption = captionPieces(block, at, measure)
      const note = block.note
        ? text([{ text: block.note }], 'Note', look('serif', sizes.small, heights.note), { before: 4 })
        : []
      return [
        ...caption.map((piece) => ({ ...piece, keepNext: true })),
        ...tablePieces(block.grid, at, block.note !== null || paper.blocks[at + 1]?.kind === 'note', measure),
        ...note,
      ]
    }
    default: {
      const drawing = drawingOf(block.chart, textWidth)
      return [
        {
          height: drawing.height,
          before: 10,
          keepNext: true,
          content: { kind: 'drawing', block: at, drawing, statement: block.statement },
        },
        ...captionPieces(block, at, measure),
      ]
    }
  }
}

const isExhibit = (block: PaperBlock | undefined): boolean =>
  block?.kind === 'table' || block?.kind === 'figure' || block?.kind === 'note'

const captionPieces = (
  { kind, caption: { label, number, text } }: Extract<PaperBlock, { kind: 'table' | 'figure' }>,
  block: number,
  measure: MeasureText,
): Piece<Content>[] =>
  textPieces([{ text: `${label} ${number}  ${text}` }], {
    block,
    role: 'Caption',
    look: look('sans', sizes.caption, heights.caption, 'center'),
    justified: false,
    measure,
    before: kind === 'table' ? 12 : 6,
    keep: kind === 'table',
  })

/** Lines of a text; neither its first nor its last stands alone on a page. */
export function textPieces(
  runs: readonly { text: string; raised?: boolean }[],
  {
    block,
    role,
    look: how,
    justified,
    measure,
    before,
    keep = false,
  }: {
    block: number
    role: Role
    look: TextLook
    justified: boolean
    measure: MeasureText
    before: number
    keep?: boolean
  },
): Piece<Content>[] {
  const set = linesOf(runs, {
    width: textWidth,
    indent: how.indent,
    justified,
    measure: (text, raised) => measure(how.face, raised ? how.size * 0.6 : how.size, text),
  })
  return set.map((line, index) => ({
    height: how.line,
    before: index === 0 ? before : 0,
    keepNext: keep || (index < set.length - 1 && (index === 0 || index === set.length - 2)),
    content: { kind: 'line', block, role, line, look: how, first: index === 0 },
  }))
}

function tablePieces(grid: Grid, block: number, noted: boolean, measure: MeasureText): Piece<Content>[] {
  const { size, widths } = settingOf(grid, textWidth)
  const set = (texts: readonly string[], at: number, face: FaceName) =>
    texts.flatMap((text) =>
      linesOf([{ text }], {
        width: (widths[at] ?? 0) - 2 * CELL_EDGE,
        justified: false,
        measure: (said) => measure(face, size, said),
      }),
    )
  const rowOf = (cells: SetRow['cells'], strong: boolean, head: boolean): SetRow => ({
    cells,
    height:
      Math.max(...cells.map((cell) => (cell && cell.span === 1 ? cell.lines.length : 1)), 1) * heights.cell +
      2 * CELL_PAD,
    strong,
    head,
  })
  const head = rowOf(
    grid.columns.map(({ heading, unit }, at) => ({
      lines: set(headLines(heading, unit), at, 'sans'),
      align: 'center',
      span: 1,
    })),
    true,
    true,
  )
  const content = (row: SetRow, edges: 'head' | 'row' | 'last'): Content => ({
    kind: 'row',
    block,
    row,
    widths,
    size,
    edges,
  })
  const repeated = { height: head.height, content: content(head, 'head') }
  const count = grid.rows.length
  const rows = grid.rows.map(({ kind, cells }, index): Piece<Content> => {
    const row = rowOf(
      cells.map(
        (cell, at) =>
          cell && {
            lines: set([cell.text], at, kind === 'total' ? 'sans' : 'serif'),
            align: at === 0 ? 'left' : 'right',
            span: cell.span ?? 1,
          },
      ),
      kind === 'total',
      false,
    )
    return {
      height: row.height,
      keepNext: staysWithNext(index, count, noted),
      head: repeated,
      content: content(row, index === count - 1 ? 'last' : 'row'),
    }
  })
  return [{ height: head.height, keepNext: true, content: content(head, 'head') }, ...rows]
}
