import type { UnfitFile } from '@/lib/domain/problems'

const SOS = 0xda
const EOI = 0xd9
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
const standsAlone = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)

/**
 * Walks the segments of a JPEG (ITU-T T.81) to its end mark. What phones put behind it (depth, a moving picture) is
 * let be: a reader that stops at the end mark never sees it.
 */
export function inspectJpeg(bytes: Buffer): UnfitFile | null {
  let hasFrame = false
  for (let at = 2; at + 2 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return 'damaged'
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === EOI) return 'damaged'
    if (standsAlone(marker)) {
      at += 2
      continue
    }
    if (at + 4 > bytes.length) return 'damaged'
    const size = bytes.readUInt16BE(at + 2)
    if (size < 2 || at + 2 + size > bytes.length) return 'damaged'
    if (isFrame(marker)) {
      // Height 0 is allowed by the standard (told later by DNL), but no scanner or phone writes it.
      if (size < 8 || bytes.readUInt16BE(at + 5) === 0 || bytes.readUInt16BE(at + 7) === 0) return 'damaged'
      hasFrame = true
    }
    at += 2 + size
    if (marker === SOS) {
      at = endOfScan(bytes, at)
      if (at < 0 || !hasFrame) return 'damaged'
      if (bytes[at + 1] === EOI) return null
    }
  }
  return 'damaged'
}

/** Where the next marker stands after picture data, in which 0xFF is always followed by 0 or a restart mark. */
function endOfScan(bytes: Buffer, from: number): number {
  for (
    let at = bytes.indexOf(0xff, from);
    at >= 0 && at + 1 < bytes.length;
    at = bytes.indexOf(0xff, at + 1)
  ) {
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && next !== 0xff && !standsAlone(next)) return at
  }
  return -1
}
