/**
 * What a cell of a file holds: text; a number as the decimal text it was written in; a day or moment as ISO text, which knows
 * no zone; yes or no; what the spreadsheet itself calls a fault (`#N/A`). Empty cells are null.
 */
export type Cell =
  | string
  | { number: string }
  | { date: string }
  | { flag: boolean }
  | { fault: string }
  | null

/** Numbers as a person would have typed them: Excel keeps 81.42 as 81.420000000000002. */
export const numberText = (written: string): string =>
  /^-?\d+(\.\d{1,6})?$/.test(written) ? written : plain(Number(written))

function plain(value: number): string {
  const text = String(value)
  return text.includes('e') ? value.toFixed(Math.abs(value) < 1 ? 12 : 0).replace(/\.?0+$/, '') : text
}

/** The cell as text, as it would be read aloud; what a database can't keep is left out. */
export function cellText(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return kept(cell)
  if ('number' in cell) return numberText(cell.number)
  if ('date' in cell) return cell.date.replace('T', ' ')
  if ('flag' in cell) return cell.flag ? '是' : '否'
  return cell.fault
}

/** An apostrophe that was put before a text so that no spreadsheet takes it for a formula is not part of it. */
const kept = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these can't be kept.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufeff]|\p{Surrogate}/gu, '')
    .trim()
    .replace(/^'(?=\s*[=+\-@＝＋－＠])/, '')
