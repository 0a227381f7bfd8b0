import 'server-only'
import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  Document,
  type FileChild,
  Footer,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  ImageRun,
  InternalHyperlink,
  LineRuleType,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  SequentialIdentifier,
  TableOfContents,
  TabStopType,
  TextRun,
} from 'docx'
import { drawingOf } from '@/lib/domain/report/paper/drawing'
import type { Caption, Paper, PaperBlock, Run } from '@/lib/domain/report/paper/paper'
import { faceOf } from '../../documents/fonts/face'
import { pngOf, svgOf } from '../../documents/picture'
import { settled } from '../../documents/settled'
import { storable } from '../../documents/word-text'
import { likelyPages } from './heading-pages'
import { lines, page, runningOf, sizes, textWidth } from './layout'
import { exact, half, stylesOf, twip } from './word-styles'
import { wordTable } from './word-table'

/** The report as a Word document: real styles, numbered captions, contents, page numbers, figures with their words. */
export async function wordReport(paper: Paper): Promise<Uint8Array<ArrayBuffer>> {
  const notes: string[] = []
  const pictures = await picturesOf(paper)
  const body = paper.blocks.flatMap((block, at) => blockOf(block, paper.blocks[at + 1], notes, pictures))
  const document = new Document({
    title: paper.title,
    subject: paper.standing,
    creator: paper.issuer,
    lastModifiedBy: paper.issuer,
    styles: stylesOf(paper.language),
    pageNumbers: (body) => ({ bookmarks: contentsPages(body, likelyPages(paper)) }),
    footnotes: Object.fromEntries(
      notes.map((source, at) => [
        at + 1,
        { children: [new Paragraph({ style: 'FootnoteText', text: source })] },
      ]),
    ),
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: twip(page.width), height: twip(page.height) },
            margin: {
              top: twip(page.top),
              bottom: twip(page.bottom),
              left: twip(page.left),
              right: twip(page.right),
              header: twip(page.top - 30),
              footer: twip(page.bottom - 30),
            },
          },
        },
        headers: {
          default: new Header({ children: [running(paper)] }),
          first: new Header({ children: [new Paragraph({})] }),
        },
        footers: {
          default: new Footer({ children: [pageNumber()] }),
          first: new Footer({ children: [new Paragraph({})] }),
        },
        children: [...coverOf(paper), ...contentsOf(paper), ...body],
      },
    ],
  })
  return settled(new Uint8Array(await Packer.toArrayBuffer(document)), paper.date)
}

type Pictures = ReadonlyMap<string, { svg: string; png: Buffer; width: number; height: number }>

async function picturesOf({ blocks }: Paper): Promise<Pictures> {
  const figures = blocks.filter((block) => block.kind === 'figure')
  const drawings = figures.map(({ id, chart }) => ({ id, drawing: drawingOf(chart, textWidth) }))
  const text = drawings.flatMap(({ drawing }) =>
    drawing.shapes.map((shape) => (shape.kind === 'text' ? shape.text : '')),
  )
  const { font } = await faceOf('sans', 500, 'NotoSansSC-Medium', text.join(''))
  return new Map(
    await Promise.all(
      drawings.map(async ({ id, drawing }) => {
        const svg = svgOf(drawing, font)
        return [id, { svg, png: await pngOf(svg), width: drawing.width, height: drawing.height }] as const
      }),
    ),
  )
}

/** The page of each heading by the bookmark that the library gave it. */
function contentsPages(body: object, pages: readonly number[]): ReadonlyMap<string, string> {
  const marks = [...JSON.stringify(body).matchAll(/"w:name":"(_Toc\d+)"/g)].map(([, mark = '']) => mark)
  return new Map(marks.map((mark, at) => [mark, String((pages[at] ?? 0) + 1)]))
}

const coverOf = ({ title, issuer, month, standing }: Paper): FileChild[] => [
  new Paragraph({ heading: HeadingLevel.TITLE, text: storable(title) }),
  new Paragraph({ style: 'Cover', text: standing, spacing: { ...exact(lines.body), after: twip(250) } }),
  new Paragraph({ style: 'Cover', text: issuer }),
  new Paragraph({ style: 'Cover', text: month }),
  new Paragraph({ children: [new PageBreak()] }),
]

const contentsOf = ({ contents, blocks }: Paper): FileChild[] =>
  blocks.some(({ kind }) => kind === 'heading')
    ? [
        new Paragraph({ style: 'ContentsHeading', text: contents }),
        new TableOfContents(contents, { hyperlink: true, headingStyleRange: '1-2' }),
        new Paragraph({ children: [new PageBreak()] }),
      ]
    : []

/** Whose pages these are, and of when. */
const running = (paper: Paper): Paragraph =>
  new Paragraph({
    spacing: exact(lines.cell),
    tabStops: [{ type: TabStopType.RIGHT, position: twip(textWidth) }],
    border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: '000000', space: 2 } },
    children: [new TextRun({ text: storable(runningOf(paper).join('\t')), size: half(sizes.least) })],
  })

const pageNumber = (): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: half(14) })],
  })

/** Names of bookmarks hold letters, digits and lines below. */
const anchor = (id: string): string => `at_${id.replace(/\W/g, '_')}`

function blockOf(
  block: PaperBlock,
  next: PaperBlock | undefined,
  notes: string[],
  pictures: Pictures,
): FileChild[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
          text: block.text,
        }),
      ]
    case 'paragraph':
      return [new Paragraph({ style: 'BodyText', children: runsOf(block.runs, notes) })]
    case 'note':
      return [new Paragraph({ style: 'Note', children: runsOf(block.runs, notes) })]
    case 'table':
      return [
        captionOf(block.id, block.caption, true),
        wordTable(block.grid, block.note !== null || next?.kind === 'note'),
        // Something stands after a table: a note, or a line's distance.
        ...(block.note || next?.kind !== 'note'
          ? [new Paragraph({ style: 'Note', text: block.note ?? '' })]
          : []),
      ]
    default: {
      const picture = pictures.get(block.id)
      if (!picture) return []
      const { svg, png, width, height } = picture
      const size = { width: (width * 96) / 72, height: (height * 96) / 72 }
      return [
        new Paragraph({
          keepNext: true,
          alignment: AlignmentType.CENTER,
          spacing: { before: twip(8), after: 0, line: 240, lineRule: LineRuleType.AUTO },
          children: [
            new ImageRun({
              type: 'svg',
              data: Buffer.from(svg),
              transformation: size,
              fallback: { type: 'png', data: png },
              altText: {
                name: `${block.caption.label} ${block.caption.number}`,
                title: block.caption.text,
                description: block.statement,
              },
            }),
          ],
        }),
        captionOf(block.id, block.caption, false),
      ]
    }
  }
}

const captionOf = (id: string, { label, text }: Caption, above: boolean): Paragraph =>
  new Paragraph({
    style: 'Caption',
    keepNext: above,
    spacing: above
      ? { ...exact(lines.caption), before: twip(8), after: twip(4) }
      : { ...exact(lines.caption), before: twip(4), after: twip(12) },
    children: [
      new Bookmark({
        id: anchor(id),
        children: [
          new TextRun(`${label} `),
          new SequentialIdentifier(label),
          new TextRun(`  ${storable(text)}`),
        ],
      }),
    ],
  })

function runsOf(runs: readonly Run[], notes: string[]): ParagraphChild[] {
  return runs.flatMap(({ text, to, source }): ParagraphChild[] => {
    const run = new TextRun(storable(text))
    if (to) return [new InternalHyperlink({ anchor: anchor(to), children: [run] })]
    if (source === undefined) return [run]
    notes.push(storable(source))
    return [run, new FootnoteReferenceRun(notes.length)]
  })
}
