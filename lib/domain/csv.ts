/** For Excel, which otherwise takes UTF-8 for something else. */
export const csvMark = '\uFEFF'

/** A number exact to its last digit, which may be negative and is no formula. */
type Digits = { number: string }

/**
 * One line of a CSV file (RFC 4180). A text that a spreadsheet would take for a formula gets an apostrophe before it
 * (OWASP: CSV injection), so that opening a file never runs what somebody typed into a name.
 */
export const csvLine = (cells: readonly (string | number | Digits | null)[]): string =>
  `${cells.map(written).join(',')}\r\n`

function written(cell: string | number | Digits | null): string {
  if (cell === null || typeof cell === 'number') return String(cell ?? '')
  const text = typeof cell === 'string' ? cell : cell.number
  return text !== cell && /^-?\d+(\.\d+)?$/.test(text) ? text : quoted(neutral(text))
}

/** As it stands and as a spreadsheet may read it: '=' with a stroke over it is one sign once it is composed. */
const neutral = (text: string) =>
  [text, text.normalize('NFKC')].some((one) => /^\s*[=+\-@]|^[\t\r]/.test(one)) ? `'${text}` : text

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
