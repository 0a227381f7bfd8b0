export type Pdf = PDFKit.PDFDocument
export type Element = PDFKit.PDFStructureElement

/** A new element within another, in the order it is to be read. */
export function element(doc: Pdf, parent: Element, tag: string, options: { alt?: string } = {}): Element {
  const made = doc.struct(tag, options)
  parent.add(made)
  return made
}

/** Draws on a page what belongs to an element. */
export function content(doc: Pdf, of: Element, tag: string, page: number, draw: () => void): void {
  doc.switchToPage(page)
  const marked = doc.markStructureContent(tag)
  draw()
  doc.endMarkedContent()
  of.add(marked)
}

/** Draws on a page what says nothing: rules, running heads, numbers of pages, repeated heads. */
export function artifact(
  doc: Pdf,
  page: number,
  draw: () => void,
  type: 'Pagination' | 'Layout' = 'Layout',
): void {
  doc.switchToPage(page)
  doc.markContent('Artifact', { type })
  draw()
  doc.endMarkedContent()
}

/** What a cell of a table heads, or how many rows it covers (ISO 32000-1 §14.8.5.7); the library knows no spans. */
export function tableAttributes(
  cell: Element,
  attributes: { Scope?: 'Row' | 'Column'; RowSpan?: number },
): void {
  const { dictionary } = cell as unknown as { dictionary: { data: Record<string, unknown> } }
  dictionary.data.A = { O: 'Table', ...attributes }
}
