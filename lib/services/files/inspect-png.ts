import { crc32 } from 'node:zlib'
import type { UnfitFile } from '@/lib/domain/problems'

const SIGNATURE = 8
/** Length, type and checksum around the data of a chunk. */
const FRAME = 12

/** Walks the chunks of a PNG (ISO/IEC 15948): each whole by its checksum, head first, end last and nothing behind it. */
export function inspectPng(bytes: Buffer): UnfitFile | null {
  let hasData = false
  for (let at = SIGNATURE; at + FRAME <= bytes.length; ) {
    const size = bytes.readUInt32BE(at)
    const end = at + FRAME + size
    if (end > bytes.length) return 'damaged'
    const type = bytes.toString('latin1', at + 4, at + 8)
    if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) return 'damaged'
    if ((at === SIGNATURE) !== (type === 'IHDR')) return 'damaged'
    if (type === 'IHDR' && !hasArea(bytes.subarray(at + 8, end - 4))) return 'damaged'
    if (type === 'IDAT') hasData = true
    if (type === 'IEND') {
      if (end !== bytes.length) return 'mixed'
      return hasData ? null : 'damaged'
    }
    at = end
  }
  return 'damaged'
}

const hasArea = (head: Buffer): boolean =>
  head.length === 13 && head.readUInt32BE(0) > 0 && head.readUInt32BE(4) > 0
