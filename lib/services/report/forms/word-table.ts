import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  VerticalMergeType,
  WidthType,
} from 'docx'
import type { Grid, GridRow } from '@/lib/domain/report/paper/grid'
import { CELL_EDGE, headLines, settingOf } from '@/lib/domain/report/paper/widths'
import { hei, storable } from '../../documents/word-text'
import { CELL_PAD, lines, staysWithNext, textWidth } from './layout'
import { half, twip } from './word-styles'

const rule = (width: number) => ({ style: BorderStyle.SINGLE, size: width * 8, color: '000000' })
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }

/** A table of thin rules: its head repeats, its rows stay whole, and neither stands alone at a page's end. */
export function wordTable(grid: Grid, noted: boolean): Table {
  const { size, widths } = settingOf(grid, textWidth)
  const cell = (
    at: number,
    content: readonly string[],
    look: { alignment: (typeof AlignmentType)[keyof typeof AlignmentType]; strong: boolean; span?: number },
  ) =>
    new TableCell({
      width: { size: twip(widths[at] ?? 0), type: WidthType.DXA },
      verticalAlign: VerticalAlign.CENTER,
      margins: { left: twip(CELL_EDGE), right: twip(CELL_EDGE), top: twip(CELL_PAD), bottom: twip(CELL_PAD) },
      ...(look.span === undefined
        ? {}
        : { verticalMerge: look.span > 0 ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE }),
      children: content.map(
        (text) =>
          new Paragraph({
            style: 'TableText',
            alignment: look.alignment,
            children: [
              new TextRun({ text: storable(text), size: half(size), ...(look.strong && { font: hei }) }),
            ],
          }),
      ),
    })
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    keepNext: true,
    height: { value: twip(lines.cell + 2 * CELL_PAD), rule: HeightRule.ATLEAST },
    children: grid.columns.map(({ heading, unit }, at) =>
      cell(at, headLines(heading, unit), {
        alignment: AlignmentType.CENTER,
        strong: true,
      }),
    ),
  })
  const count = grid.rows.length
  const row = ({ kind, cells }: GridRow, index: number) =>
    new TableRow({
      cantSplit: true,
      keepNext: staysWithNext(index, count, noted),
      children: cells.map((one, at) =>
        cell(at, [one?.text ?? ''], {
          alignment: at === 0 ? AlignmentType.LEFT : AlignmentType.RIGHT,
          strong: kind === 'total',
          ...(one === null ? { span: 0 } : one.span ? { span: one.span } : {}),
        }),
      ),
    })
  return new Table({
    width: { size: twip(textWidth), type: WidthType.DXA },
    columnWidths: widths.map(twip),
    layout: TableLayoutType.FIXED,
    borders: {
      top: rule(1),
      bottom: rule(1),
      left: none,
      right: none,
      insideHorizontal: rule(0.5),
      insideVertical: none,
    },
    rows: [head, ...grid.rows.map(row)],
  })
}
