import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

interface Node {
  role?: string
  alt?: string
  type?: string
  id?: string
  children?: Node[]
}

/** An element of a tagged document, with all the text in it; white space is left out, for lines break anywhere. */
export interface PdfElement {
  role: string
  alt: string | null
  text: string
  children: PdfElement[]
  page: number
}

export interface ReadPdf {
  pages: number
  title: string
  /** All elements in their order; what goes on over a page is one for each page. */
  elements: PdfElement[]
  outline: { title: string; items: { title: string }[] }[]
}

const bare = (text: string): string => text.replace(/\s/g, '')

/** What stands in a PDF, read by its tags: what is no element (running heads, rules) is not read. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const document = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 })
    .promise
  const elements: PdfElement[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent({ includeMarkedContent: true })
    const texts = new Map<string, string>()
    const open: (string | null)[] = []
    for (const item of items) {
      if ('str' in item) {
        const id = open.findLast((one) => one !== null)
        if (id) texts.set(id, (texts.get(id) ?? '') + item.str)
      } else if (item.type === 'endMarkedContent') open.pop()
      else open.push(item.id ?? null)
    }
    const tree = (await page.getStructTree()) as Node | null
    const made = (node: Node): PdfElement => {
      const children = (node.children ?? []).filter(({ role }) => role).map(made)
      const text = (node.children ?? [])
        .map((child) => (child.role ? made(child).text : bare(texts.get(child.id ?? '') ?? '')))
        .join('')
      return { role: node.role ?? '', alt: node.alt ?? null, text, children, page: number }
    }
    if (tree)
      elements.push(...made(tree).children.flatMap((one) => (one.role === 'Document' ? one.children : [one])))
  }
  const info = (await document.getMetadata()).info as { Title?: string }
  const outline = await document.getOutline()
  const read = { pages: document.numPages, title: info.Title ?? '', elements, outline: outline ?? [] }
  await document.loadingTask.destroy()
  return read
}

/** Elements of a role, wherever they stand. */
export const ofRole = (elements: readonly PdfElement[], role: string): PdfElement[] =>
  elements.flatMap((one) => (one.role === role ? [one] : ofRole(one.children, role)))
