import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import { cellReference, sheetEnd, sheetStart, workbookParts, type XlsxColumn } from './xlsx-parts'

export type { XlsxColumn }

/** A decimal text keeps amounts exact, `count` is written plainly; days are ISO dates; null leaves the cell empty. */
export type XlsxCell =
  | { number: string }
  | { count: string }
  | { day: string }
  | { moment: string }
  | string
  | null

/** A cell that is at fault: coloured, its lines shown. */
export interface Marked {
  marked: XlsxCell
}

/** A sheet's name has at most 31 characters and none of these. */
export const sheetName = (name: string): string => name.replace(/[[\]:*?/\\<>&"]/g, ' ').slice(0, 31)

/**
 * Writes a workbook sheet by sheet as it is made, so that memory stays bounded however many rows there are (libraries
 * that run on node 20 hold the sheet in memory, or are no longer kept). Only the container is a library's: fflate.
 */
export class XlsxWriter {
  private row = 0
  private readonly zip: Zip
  private sheet: ZipDeflate
  private sheets = 0
  private merges: string[] = []
  private chunks: Uint8Array[] = []
  private failure: Error | null = null

  /**
   * @param names of the sheets; the first is begun, `next` begins each other
   * @param modified what its parts say of their time, where the same content must be the same bytes
   */
  constructor(
    names: string | readonly string[],
    columns: readonly XlsxColumn[],
    private readonly modified?: Date,
  ) {
    this.zip = new Zip((error, chunk) => {
      if (error) this.failure = error
      else this.chunks.push(chunk)
    })
    for (const [path, xml] of Object.entries(workbookParts(typeof names === 'string' ? [names] : names))) {
      const part = new ZipPassThrough(path)
      this.enter(part)
      part.push(strToU8(xml), true)
    }
    this.sheet = this.begin(columns)
  }

  /** Closes the sheet and begins the next of those named. */
  next(columns: readonly XlsxColumn[]): void {
    this.finish()
    this.sheet = this.begin(columns)
  }

  /** Appends rows. */
  add(rows: readonly (readonly (XlsxCell | Marked)[])[], style?: number): void {
    const xml = rows.map((cells) => this.line(cells, style)).join('')
    this.sheet.push(strToU8(xml))
  }

  /** What was made since it was last asked. */
  take(): Uint8Array[] {
    if (this.failure) throw this.failure
    const made = this.chunks
    this.chunks = []
    return made
  }

  /** Closes sheet and container; `take` then hands out the rest. */
  end(): void {
    this.finish()
    this.zip.end()
  }

  /** Makes one cell of those below it in a column of the sheet begun; rows from 1, the headings being the first. */
  merge(column: number, from: number, to: number): void {
    this.merges.push(`${cellReference(column, from)}:${cellReference(column, to)}`)
  }

  private finish(): void {
    this.sheet.push(strToU8(sheetEnd(this.merges)), true)
    this.merges = []
  }

  private enter(part: ZipPassThrough | ZipDeflate): void {
    if (this.modified) part.mtime = this.modified
    this.zip.add(part)
  }

  private begin(columns: readonly XlsxColumn[]): ZipDeflate {
    this.sheets += 1
    this.row = 0
    const sheet = new ZipDeflate(`xl/worksheets/sheet${this.sheets}.xml`, { level: 6 })
    this.enter(sheet)
    const headings = this.line(
      columns.map(({ heading }) => heading),
      headingStyle,
    )
    sheet.push(strToU8(sheetStart(columns) + headings))
    return sheet
  }

  private line(cells: readonly (XlsxCell | Marked)[], style?: number): string {
    this.row += 1
    const inner = cells.map((cell, column) => cellXml(cell, cellReference(column, this.row), style)).join('')
    return `<row r="${this.row}">${inner}</row>`
  }
}

/** Places in `cellXfs` of the style sheet. */
const [headingStyle, amountStyle, dayStyle, momentStyle, faultStyle, faultyDayStyle] = [1, 2, 3, 4, 5, 6]

function cellXml(cell: XlsxCell | Marked, reference: string, style?: number): string {
  if (cell !== null && typeof cell === 'object' && 'marked' in cell) {
    const { marked } = cell
    if (marked === null || marked === '') return `<c r="${reference}" s="${faultStyle}"/>`
    const isDay = typeof marked === 'object' && 'day' in marked
    return cellXml(marked, reference, isDay ? faultyDayStyle : faultStyle)
  }
  if (cell === null || cell === '') return ''
  if (typeof cell === 'string') {
    const look = style === undefined ? '' : ` s="${style}"`
    return `<c r="${reference}" t="inlineStr"${look}><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
  }
  if ('number' in cell) return `<c r="${reference}" s="${amountStyle}"><v>${cell.number}</v></c>`
  if ('count' in cell) {
    return `<c r="${reference}"${style === undefined ? '' : ` s="${style}"`}><v>${cell.count}</v></c>`
  }
  if ('day' in cell)
    return `<c r="${reference}" s="${style ?? dayStyle}"><v>${serial(`${cell.day}T00:00:00Z`)}</v></c>`
  return `<c r="${reference}" s="${momentStyle}"><v>${serial(cell.moment)}</v></c>`
}

/** Days since 1899-12-30, as the format counts; moments in the office's time, since a workbook knows no zone. */
function serial(instant: string): number {
  const shift = instant.endsWith('T00:00:00Z') ? 0 : 8 * 3_600_000
  return (Date.parse(instant) + shift - Date.UTC(1899, 11, 30)) / 86_400_000
}

/** XML 1.0 has no control characters; a text that holds one loses it. */
const escaped = (text: string) =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are what XML forbids.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
