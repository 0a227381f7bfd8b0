/** A table of a report, whatever file it is written to: text, or a count written as a number. */
export interface ReportTable {
  title: string
  columns: readonly {
    heading: string
    /** In characters; a document shares its width in this proportion. */
    width: number
    numeric?: true
  }[]
  rows: readonly (readonly (string | number | null)[])[]
}
