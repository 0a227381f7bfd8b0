import 'server-only'
import PDFDocument from 'pdfkit'
import type { CertificatePaper, ListPaper } from '@/lib/domain/certificate/paper'
import { paperWords } from '@/lib/domain/certificate/wording'
import { faceOf } from '../../documents/fonts/face'
import { stringsIn, written } from '../../report/forms/pdf/faces'
import { bytesOf } from '../../report/forms/pdf/pdf'
import { element, type Pdf } from '../../report/forms/pdf/tagged'
import { drawCertificate } from './certificate'
import { drawList } from './list'
import { Sheet } from './sheet'

type Paper = CertificatePaper | ListPaper

/**
 * Papers as one PDF on A4, each from a new page on: tagged, its fonts embedded as far as they are used. The same papers make
 * the same bytes: there is no date in it but theirs.
 */
export async function pdfOf(papers: readonly Paper[]): Promise<Uint8Array<ArrayBuffer>> {
  const [first] = papers
  if (!first) throw new RangeError('A file of no papers')
  const all = [...stringsIn(papers), ...stringsIn(paperWords)].join('')
  const [serif, sans, title] = await Promise.all([
    faceOf('serif', 400, 'NotoSerifSC-Regular', `${all}0123456789 第页共ofPage　`),
    faceOf('sans', 500, 'NotoSansSC-Medium', all),
    faceOf('serif', 700, 'NotoSerifSC-Bold', papers.map((paper) => paper.title).join('')),
  ])
  const doc = opened(first, papers)
  for (const [name, { bytes }] of Object.entries({ serif, sans, title })) doc.registerFont(name, bytes)
  const done = bytesOf(doc)
  const whole = doc.struct('Document')
  doc.addStructure(whole)
  for (const original of papers) {
    const paper = written(original, serif.writable)
    const part = element(doc, whole, 'Sect')
    const sheet = new Sheet(doc, part, paper.kind === 'list', `${paper.title}　${paper.number}`)
    if (paper.kind === 'list') drawList(sheet, paper)
    else drawCertificate(sheet, paper)
    sheet.close((page, pages) =>
      paper.language === 'en' ? `Page ${page} of ${pages}` : `第 ${page} 页 共 ${pages} 页`,
    )
    part.end()
  }
  whole.end()
  doc.end()
  return done
}

function opened(first: Paper, papers: readonly Paper[]): Pdf {
  const date = new Date(Math.max(...papers.map((paper) => paper.date.getTime())))
  return new PDFDocument({
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: '1.7',
    // Its types know the archive's subsets alone.
    subset: 'PDF/UA' as 'PDF/A-1',
    tagged: true,
    lang: first.language,
    displayTitle: true,
    info: {
      Title: papers.length === 1 ? `${first.title} ${first.number}` : `${first.title} (${papers.length})`,
      Author: first.office,
      CreationDate: date,
      ModDate: date,
    },
  })
}
