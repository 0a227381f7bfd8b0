import type { Words } from '../words'
import type { Block } from './block'

const parts = {
  footnote: { zh: '脚注', en: 'Footnotes' },
  endnote: { zh: '尾注', en: 'Endnotes' },
  textbox: { zh: '文本框', en: 'Text boxes' },
} as const

/**
 * Names the place of a number: page, paragraph, or row and column of a table. Paragraphs, headings among them, and
 * tables count from 1, those outside the running text apart.
 */
export function placesIn(blocks: readonly Block[]): (block: number, offset: number) => Words {
  const counts = new Map<string, number>()
  const names = blocks.map(({ kind, part }) => {
    const key = `${kind === 'table'} ${part ?? ''}`
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    return count
  })
  return (index, offset) => {
    const block = blocks[index]
    if (!block) return { zh: '', en: '' }
    const number = names[index] ?? 0
    const cell = block.kind === 'table' ? cellAt(block.rows, offset) : null
    const zh = [block.page && `第 ${block.page} 页`, block.part && parts[block.part].zh]
    const en = [block.page && `page ${block.page}`, block.part && parts[block.part].en.toLowerCase()]
    zh.push(cell ? `表格 ${number} 第 ${cell.row} 行第 ${cell.column} 列` : `第 ${number} 段`)
    en.push(cell ? `table ${number}, row ${cell.row}, column ${cell.column}` : `paragraph ${number}`)
    return { zh: zh.filter(Boolean).join(' '), en: en.filter(Boolean).join(', ') }
  }
}

/** The cell that holds a place of a table's text, counted from 1. */
function cellAt(rows: readonly (readonly string[])[], offset: number): { row: number; column: number } {
  let at = 0
  for (const [row, cells] of rows.entries()) {
    for (const [column, cell] of cells.entries()) {
      if (offset <= at + cell.length) return { row: row + 1, column: column + 1 }
      at += cell.length + 1
    }
    if (cells.length === 0) at += 1
  }
  return { row: rows.length, column: 1 }
}
