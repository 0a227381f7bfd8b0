import type { Block } from './block'

const ruled = /^\s*\|.*\|\s*$/
const rule = /^[\s|:-]+$/
const captioned = /^\s*(?:续?表|图)\s*\d{1,3}/
/** Long, and without the end of a sentence. */
const torn = /^.{40,}[^。！？!?；;：:.]$/s
const headed = /^\s*(?:#{1,6}\s|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)/

/**
 * Reads pasted or marked-down text into blocks. Lines of cells between `|` or tabs are a table; the caption above a
 * table is kept with it. A line is a paragraph; one that a page break tore apart in the middle of a sentence is joined.
 */
export function readText(text: string): Block[] {
  const blocks: Block[] = []
  let rows: string[][] = []
  const close = () => {
    if (rows.length > 0) blocks.push(tableOf(rows, blocks.at(-1)))
    rows = []
  }
  for (const line of text.split(/\r\n?|\n/)) {
    const cells = cellsOf(line)
    if (cells) {
      if (cells.length > 0) rows.push(cells)
      continue
    }
    if (line.trim() === '') continue
    close()
    const kind = kindOf(line)
    const before = blocks.at(-1)
    if (kind === 'paragraph' && before?.kind === 'paragraph' && torn.test(before.text))
      before.text += line.trim()
    else blocks.push({ kind, text: line.trim() })
  }
  close()
  return blocks
}

/** The cells of a line of a table, none for a rule under its head; null for running text. */
function cellsOf(line: string): string[] | null {
  if (ruled.test(line))
    return rule.test(line)
      ? []
      : line
          .trim()
          .slice(1, -1)
          .split('|')
          .map((cell) => cell.trim())
  return line.includes('\t') && line.trim() !== '' ? line.split('\t').map((cell) => cell.trim()) : null
}

/** What a line of text is by its looks. */
export const kindOf = (line: string): 'caption' | 'heading' | 'paragraph' =>
  captioned.test(line) && line.length < 80
    ? 'caption'
    : headed.test(line) && line.length < 80
      ? 'heading'
      : 'paragraph'

/** A table, with the caption above it. */
export function tableOf(rows: string[][], before: Block | undefined): Block {
  return before?.kind === 'caption' && /表/.test(before.text)
    ? { kind: 'table', rows, caption: before.text }
    : { kind: 'table', rows }
}
