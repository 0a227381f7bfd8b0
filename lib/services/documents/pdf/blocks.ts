import type { Block } from '@/lib/domain/checker/block'
import { kindOf, tableOf } from '@/lib/domain/checker/read-text'
import { gridOf } from './grid'
import type { Line } from './lines'

/** The blocks of one page: lines of two and more cells under each other are a table, the others flow into paragraphs. */
export function blocksOf(lines: readonly Line[]): Block[] {
  const blocks: Block[] = []
  const edges = { left: leftEdge(lines), right: Math.max(0, ...lines.map(rightOf)) }
  let at = 0
  let open: Line | null = null
  while (at < lines.length) {
    const line = lines[at]
    if (!line) break
    const end = tableEnd(lines, at)
    if (end > at) {
      blocks.push(tableOf(gridOf(lines.slice(at, end)), blocks.at(-1)))
      at = end
      open = null
      continue
    }
    const text = line.chunks.map((chunk) => chunk.text).join('')
    const last = blocks.at(-1)
    const kind = kindOf(text)
    if (open && last?.kind === 'paragraph' && kind === 'paragraph' && flows(open, line, edges))
      last.text += text
    else if (!isPageNumber(text, line, lines)) blocks.push({ kind, text })
    open = line
    at += 1
  }
  return blocks
}

const rightOf = ({ chunks }: Line): number => chunks.at(-1)?.right ?? 0
const leftOf = ({ chunks }: Line): number => chunks[0]?.left ?? 0

/** Where most lines begin. */
function leftEdge(lines: readonly Line[]): number {
  const lefts = lines.map(leftOf).sort((a, b) => a - b)
  return lefts[Math.floor(lefts.length / 5)] ?? 0
}

/** Whether a line goes on in the next: it is full, and the next neither begins anew nor stands apart. */
function flows(line: Line, next: Line, { left, right }: { left: number; right: number }): boolean {
  const { size } = line
  if (Math.abs(size - next.size) > 0.15 * size) return false
  const full = rightOf(line) > right - 2.2 * size
  const begins = leftOf(next) > left + 1.2 * size
  return full && !begins && line.y - next.y < 3 * size
}

/** Where the table that begins at a line ends; the line itself where none does. */
function tableEnd(lines: readonly Line[], from: number): number {
  let end = from
  let last = from
  let rows = 0
  while (end < lines.length) {
    const line = lines[end]
    if (!line) break
    const above = lines[end - 1]
    if (end > from && above && above.y - line.y > 4.5 * line.size) break
    if (line.chunks.length > 1) {
      rows += 1
      last = end + 1
    } else if (rows === 0 || !isPartOfTable(lines, end)) break
    end += 1
  }
  return rows > 1 ? last : from
}

/** A line of one piece between rows: the second line of a cell, or a cell merged over rows. */
function isPartOfTable(lines: readonly Line[], at: number): boolean {
  const [line, next] = [lines[at], lines[at + 1]]
  if (!line || !next || next.chunks.length < 2) return false
  return (line.chunks[0]?.text.length ?? 0) <= 16 && line.y - next.y < 2.5 * line.size
}

/** A number alone in the last or first line of a page. */
const isPageNumber = (text: string, line: Line, lines: readonly Line[]): boolean =>
  (line === lines.at(-1) || line === lines[0]) && /^[-—–\s]*(第\s*)?\d{1,4}(\s*页)?[-—–\s]*$/.test(text)
