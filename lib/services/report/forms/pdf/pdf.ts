import 'server-only'
import PDFDocument from 'pdfkit'
import type { Paper } from '@/lib/domain/report/paper/paper'
import { concatenated } from '../../../spreadsheet/concatenated'
import { headingPages, pagesOf } from '../heading-pages'
import { drawBody } from './body'
import { drawFrame } from './draw'
import { type Faces, facesOf, writablePaper } from './faces'
import { drawContents, drawCover, type Entry } from './front'
import type { MeasureText } from './pieces'
import { artifact, type Pdf } from './tagged'

/** The report as PDF: tagged, its fonts embedded, with bookmarks and linked contents; made without a browser. */
export async function pdfReport(written: Paper): Promise<Uint8Array<ArrayBuffer>> {
  const faces = await facesOf(written)
  const paper = writablePaper(written, faces)
  const doc = opened(paper, faces)
  const done = bytesOf(doc)
  const measure: MeasureText = (face, size, text) => doc.font(face).fontSize(size).widthOfString(text)
  const headings = paper.blocks.filter((block) => block.kind === 'heading')
  const placed = pagesOf(paper, measure)
  const last = placed.at(-1)?.page ?? 0
  for (let page = 0; page <= last; page += 1) {
    doc.addPage({ size: 'A4', margin: 0 })
    if (page > 0) artifact(doc, page, () => drawFrame(doc, paper, page + 1), 'Pagination')
  }
  const whole = doc.struct('Document')
  doc.addStructure(whole)
  drawCover(doc, whole, paper, measure)
  const pages = headingPages(paper, placed)
  const entries = headings.map(
    ({ id, level, text }, at): Entry => ({ id, level, text, page: pages[at] ?? 0 }),
  )
  if (entries.length > 0) drawContents(doc, whole, paper.contents, entries, measure)
  drawBody(doc, whole, paper, placed)
  whole.end()
  doc.end()
  return done
}

/** A document without a page, in the faces given; its dates are the paper's. */
function opened(paper: Paper, faces: Faces): Pdf {
  const doc = new PDFDocument({
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: '1.7',
    // Its types know the archive's subsets alone.
    subset: 'PDF/UA' as 'PDF/A-1',
    tagged: true,
    lang: paper.language,
    displayTitle: true,
    info: {
      Title: paper.title,
      Author: paper.issuer,
      Subject: paper.standing,
      CreationDate: paper.date,
      ModDate: paper.date,
    },
  })
  for (const [name, { bytes }] of Object.entries(faces)) doc.registerFont(name, bytes)
  return doc
}

/** All that a document writes until it is ended. */
export const bytesOf = (doc: Pdf): Promise<Uint8Array<ArrayBuffer>> =>
  new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = []
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    doc.on('end', () => resolve(concatenated(chunks)))
    doc.on('error', reject)
  })
