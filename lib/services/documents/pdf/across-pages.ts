import type { Block } from '@/lib/domain/checker/block'

/** Long, and without the end of a sentence. */
const torn = /^.{20,}[^。！？!?；;：:.]$/s

/** Pages as one text: a paragraph or a table that a page break tore apart is whole again, under its first page. */
export function joined(pages: readonly (readonly Block[])[]): Block[] {
  const blocks: Block[] = []
  for (const page of pages) {
    const [first, ...rest] = page
    const last = blocks.at(-1)
    if (!first) continue
    if (last?.kind === 'paragraph' && first.kind === 'paragraph' && torn.test(last.text))
      last.text += first.text
    else if (last?.kind === 'table' && first.kind === 'table' && alike(last.rows, first.rows))
      last.rows.push(...withoutHead(last.rows, first.rows))
    else blocks.push(first)
    blocks.push(...rest)
  }
  return blocks
}

const alike = (a: readonly string[][], b: readonly string[][]): boolean => a[0]?.length === b[0]?.length

/** A table that goes on over pages repeats its head. */
function withoutHead(above: readonly string[][], below: string[][]): string[][] {
  const same = below.findIndex((row, at) => row.join('\t') !== above[at]?.join('\t'))
  return below.slice(Math.max(same, 0))
}
