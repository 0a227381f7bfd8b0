/** What is drawn: lengths and the words beside them, all said on the server; the drawing decides nothing. */
export interface ChartData {
  kind: 'columns' | 'bars' | 'parts'
  labels: readonly string[]
  series: readonly Series[]
}

export interface Series {
  name: string
  /** Lengths alone; never read, never added up. */
  values: readonly number[]
  /** The figures as they are written. */
  shown: readonly string[]
  /** The year before: hatched, in grey. */
  before?: boolean
}

/** What a saved picture says around the drawing. */
export interface Caption {
  title: string
  subtitle: string
  source: string
}

/** Height of one bar's row in pixels; the words beside it stand in rows of the same height. */
export const ROW = 34
/** Height of columns, and of a bar of parts. */
export const COLUMNS = 224
export const PARTS = 44
