/** Where a piece of a document stands, beside its order: the page of a PDF, or outside the running text. */
export interface Where {
  page?: number
  part?: 'footnote' | 'endnote' | 'textbox'
}

/** A piece of a report, in its order. Merged cells of a table are repeated or empty. */
export type Block = Where &
  (
    | { kind: 'paragraph' | 'heading' | 'caption'; text: string }
    | { kind: 'table'; rows: string[][]; caption?: string }
  )

/** The text that the places of a finding count in: of a table, its cells joined by tabs and its rows by line ends. */
export const blockText = (block: Block): string =>
  block.kind === 'table' ? block.rows.map((row) => row.join('\t')).join('\n') : block.text
