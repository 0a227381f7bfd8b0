import { join } from 'node:path'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Block } from '@/lib/domain/checker/block'
import { bounds } from '@/lib/domain/checker/bounds'
import { LeftOutCount } from '@/lib/domain/checker/left-out'
import { Unreadable } from '@/lib/domain/checker/refusals'
import { joined } from './pdf/across-pages'
import { blocksOf } from './pdf/blocks'
import { type Letters, linesOf } from './pdf/lines'
import type { ReadDocument } from './read-docx'

/** Where the tables of Chinese encodings are: fonts that are not embedded name theirs. */
const tables = join(process.cwd(), 'node_modules/pdfjs-dist/cmaps/')

/**
 * Reads the text of a PDF by where it stands on its pages. Nothing in it is run or drawn.
 * @throws {Unreadable}
 */
export async function readPdf(bytes: Uint8Array): Promise<ReadDocument> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const task = getDocument({
    // pdf.js takes the bytes away from whoever hands them over.
    data: new Uint8Array(bytes),
    cMapUrl: tables,
    cMapPacked: true,
    disableFontFace: true,
    enableXfa: false,
    useSystemFonts: false,
    verbosity: VerbosityLevel.ERRORS,
  })
  try {
    return await readPages(await task.promise)
  } catch (error) {
    if (error instanceof Unreadable) throw error
    throw new Unreadable(
      error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'damaged',
    )
  } finally {
    await task.destroy()
  }
}

async function readPages(pdf: PDFDocumentProxy): Promise<ReadDocument> {
  if (pdf.numPages > bounds.pages) throw new Unreadable('too-many-pages')
  const leftOut = new LeftOutCount()
  const pages: Block[][] = []
  let characters = 0
  for (let number = 1; number <= pdf.numPages; number++) {
    const letters = await lettersOf(pdf, number, leftOut)
    characters += letters.reduce((sum, { text }) => sum + text.length, 0)
    if (characters > bounds.characters) throw new Unreadable('too-long')
    pages.push(blocksOf(linesOf(letters)).map((block) => ({ ...block, page: number })))
  }
  return { blocks: joined(pages), leftOut: leftOut.list() }
}

/** The pieces of text on a page; none where it can't be read, which is told. */
async function lettersOf(pdf: PDFDocumentProxy, number: number, leftOut: LeftOutCount): Promise<Letters[]> {
  const letters: Letters[] = []
  try {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent({ disableNormalization: false })
    page.cleanup()
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '') continue
      const [a = 0, b = 0, , d = 0, x = 0, y = 0] = item.transform as number[]
      if (Math.abs(b) > Math.abs(a) / 4) {
        leftOut.add('turned')
        continue
      }
      leftOut.add('garbled', item.str.match(/[\p{Cc}\ue000-\uf8ff\ufffd]/gu)?.length ?? 0)
      const text = item.str.replace(/[\t\r\n]/g, ' ')
      letters.push({ text, x, y, width: item.width, size: Math.abs(d) || item.height || 1 })
    }
  } catch {
    leftOut.add('brokenPages')
    return []
  }
  if (letters.length === 0) leftOut.add('blankPages')
  return letters
}
