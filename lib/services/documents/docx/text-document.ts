import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, WidthType } from 'docx'
import type { Block } from '@/lib/domain/checker/block'

/** A plain Word file of the blocks of a text, in their order. */
export async function textDocument(blocks: readonly Block[]): Promise<Uint8Array> {
  const document = new Document({
    creator: '技市',
    styles: {
      default: {
        document: {
          run: { font: { eastAsia: '仿宋', ascii: 'Times New Roman', hAnsi: 'Times New Roman' }, size: 24 },
          paragraph: { spacing: { line: 360, after: 80 } },
        },
        heading2: { run: { size: 28, bold: true } },
      },
    },
    sections: [{ children: blocks.map(drawn) }],
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}

function drawn(block: Block): Paragraph | Table {
  if (block.kind !== 'table')
    return new Paragraph({
      text: storable(block.text),
      ...(block.kind === 'heading' && { heading: HeadingLevel.HEADING_2 }),
    })
  const width = Math.max(1, ...block.rows.map(({ length }) => length))
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: block.rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: Array.from(
            { length: width },
            (_, at) => new TableCell({ children: [new Paragraph(storable(cells[at] ?? ''))] }),
          ),
        }),
    ),
  })
}

/** XML 1.0 has no control characters: they become blanks, so that places stay. */
const storable = (content: string): string => content.replace(/[\p{Cc}\p{Surrogate}\ufffe\uffff]/gu, ' ')
