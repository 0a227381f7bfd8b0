/** The mark by which spreadsheet programs know UTF-8. */
export const byteOrderMark = '﻿'

/**
 * One line of a CSV file (RFC 4180). A text that a spreadsheet would take for a formula gets an apostrophe before it
 * (OWASP: CSV injection), so that opening a file never runs what somebody typed into a name.
 */
export const csvLine = (cells: readonly (string | number | null)[]): string =>
  `${cells.map((cell) => (typeof cell === 'number' ? String(cell) : quoted(neutral(cell ?? '')))).join(',')}\r\n`

const neutral = (text: string) => (/^[\s]*[=+\-@]|^[\t\r]/.test(text.normalize('NFKC')) ? `'${text}` : text)

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
