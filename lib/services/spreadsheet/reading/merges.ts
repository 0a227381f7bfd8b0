import type { Cell } from '@/lib/domain/import/cell'
import { most, unreadable } from './cell'
import { placeOf } from './place'

/** A merged range, from 1 for rows and from 0 for columns, both ends included. */
export interface Merge {
  top: number
  bottom: number
  left: number
  right: number
}

const MARK = Buffer.from('mergeCells')

/** The merged ranges of a sheet, which stand after its cells: they are looked for in the bytes before the cells are read. */
export async function readMerges(bytes: AsyncIterable<Uint8Array>): Promise<Merge[]> {
  let tail = Buffer.alloc(0)
  let text: string | null = null
  for await (const piece of bytes) {
    if (text !== null) {
      text += Buffer.from(piece).toString('latin1')
      if (text.length > most.merges * 60) throw unreadable('bomb')
      continue
    }
    const searched = Buffer.concat([tail, piece])
    const at = searched.indexOf(MARK)
    if (at >= 0) text = searched.subarray(at).toString('latin1')
    tail = searched.subarray(-MARK.length)
  }
  const found = [...(text ?? '').matchAll(/mergeCell\s[^>]*?ref="([A-Z]{1,3}\d{1,7}):([A-Z]{1,3}\d{1,7})"/g)]
  if (found.length > most.merges) throw unreadable('bomb')
  return found
    .map(([, first = '', last = '']) => {
      const [from, to] = [placeOf(first), placeOf(last)]
      return { top: from.row, left: from.column, bottom: to.row, right: to.column }
    })
    .sort((a, b) => a.top - b.top)
}

/** Gives each cell of a merged range what its first cell says, row by row from the top. */
export function filler(merges: readonly Merge[]): (row: number, cells: Cell[]) => void {
  let next = 0
  let open: { merge: Merge; cell: Cell }[] = []
  return (row, cells) => {
    open = open.filter(({ merge }) => merge.bottom >= row)
    for (let merge = merges[next]; merge && merge.top <= row; merge = merges[++next]) {
      if (merge.bottom < row || merge.right >= most.columns) continue
      open.push({ merge, cell: merge.top === row ? (cells[merge.left] ?? null) : null })
    }
    for (const { merge, cell } of open) {
      if (cell === null) continue
      for (let column = merge.left; column <= merge.right; column++) cells[column] ??= cell
    }
  }
}
