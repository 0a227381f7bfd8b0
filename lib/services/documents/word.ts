import 'server-only'
import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { ReportTable } from './report-table'
import { hei, song, storable } from './word-text'

export interface WordDocument {
  title: string
  paragraphs: readonly string[]
  tables: readonly ReportTable[]
}

/** Sizes in half points: 二号, 三号, 小四, 五号. */
const [titleSize, headingSize, textSize, cellSize] = [44, 32, 24, 21]

/** A4 on its side between margins of 20 mm, in twentieths of a point. */
const [edge, text] = [1134, 14570]

/** A document of a title, some paragraphs and tables, each under its heading; heads repeat on every page. */
export async function wordDocument({
  title,
  paragraphs,
  tables,
}: WordDocument): Promise<Uint8Array<ArrayBuffer>> {
  const document = new Document({
    title,
    creator: '技市',
    styles: {
      default: {
        document: { run: { font: song, size: textSize }, paragraph: { spacing: { line: 360, after: 80 } } },
        title: {
          run: { font: hei, size: titleSize },
          paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 240 } },
        },
        heading1: {
          run: { font: hei, size: headingSize },
          paragraph: { spacing: { before: 320, after: 120 }, keepNext: true },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838, orientation: PageOrientation.LANDSCAPE },
            margin: { top: edge, bottom: edge, left: edge, right: edge },
          },
        },
        footers: { default: new Footer({ children: [pageNumber()] }) },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, text: title }),
          ...paragraphs.map(
            (one) => new Paragraph({ text: storable(one), indent: { firstLine: 2 * textSize * 10 } }),
          ),
          ...tables.flatMap((table) => [
            new Paragraph({ heading: HeadingLevel.HEADING_1, text: table.title }),
            wordTable(table),
          ]),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}

const pageNumber = () =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT], size: cellSize })],
  })

function wordTable({ columns, rows }: ReportTable): Table {
  const whole = columns.reduce((sum, { width }) => sum + width, 0)
  const widths = columns.map(({ width }) => Math.floor((width * text) / whole))
  const cell = (content: string, at: number, head: boolean) =>
    new TableCell({
      width: { size: widths[at] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlign.CENTER,
      margins: { left: 80, right: 80, top: 30, bottom: 30 },
      children: [
        new Paragraph({
          alignment: head
            ? AlignmentType.CENTER
            : columns[at]?.numeric
              ? AlignmentType.RIGHT
              : AlignmentType.LEFT,
          spacing: { line: 260, after: 0 },
          children: [new TextRun({ text: content, size: cellSize, font: head ? hei : song })],
        }),
      ],
    })
  return new Table({
    width: { size: text, type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ heading }, at) => cell(heading, at, true)),
      }),
      ...rows.map(
        (cells) =>
          new TableRow({
            cantSplit: true,
            children: cells.map((one, at) => cell(storable(String(one ?? '')), at, false)),
          }),
      ),
    ],
  })
}
