/** For Excel, which otherwise takes UTF-8 for something else. */
export const csvMark = '\uFEFF'

/** One line of CSV (RFC 4180). A cell that a spreadsheet would run as a formula is made plain text. */
export const csvLine = (cells: readonly (string | number | null)[]): string =>
  `${cells.map((cell) => quoted(String(cell ?? ''))).join(',')}\r\n`

function quoted(cell: string): string {
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
