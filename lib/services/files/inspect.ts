import type { MediaType } from '@/lib/domain/attachments/files'
import { Problem, type UnfitFile } from '@/lib/domain/problems'
import { inspectJpeg } from './inspect-jpeg'
import { inspectPdf } from './inspect-pdf'
import { inspectPng } from './inspect-png'

/** `inspect` answers what is wrong inside, or null. */
const kinds: readonly {
  type: MediaType
  magic: Buffer
  inspect: (bytes: Buffer) => UnfitFile | null
}[] = [
  { type: 'application/pdf', magic: Buffer.from('%PDF-'), inspect: inspectPdf },
  { type: 'image/jpeg', magic: Buffer.from([0xff, 0xd8, 0xff]), inspect: inspectJpeg },
  {
    type: 'image/png',
    magic: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    inspect: inspectPng,
  },
]

/**
 * The type of a file by its content, never by its name; the file has to be whole and one thing only.
 * @throws {Problem} wrong-type, or unfit-file with the reason
 */
export function inspect(bytes: Buffer): MediaType {
  if (bytes.length === 0) throw unfit('empty')
  const kind = kinds.find(({ magic }) => bytes.subarray(0, magic.length).equals(magic))
  if (!kind) throw new Problem({ code: 'wrong-type' })
  if (isAlsoAnother(bytes)) throw unfit('mixed')
  const flaw = kind.inspect(bytes)
  if (flaw) throw unfit(flaw)
  return kind.type
}

export const unfit = (reason: UnfitFile) => new Problem({ code: 'unfit-file', reason })

/** PDF readers look for their mark this far. */
const PDF_HEAD = 1024
const ZIP_END = Buffer.from('PK\x05\x06', 'latin1')
const ZIP_END_SIZE = 22
const ZIP_LONGEST_COMMENT = 0xffff

/** A polyglot: one file that another program opens as something else, past whoever looked at it here. */
function isAlsoAnother(bytes: Buffer): boolean {
  const head = bytes.subarray(1, PDF_HEAD)
  if (bytes[0] !== 0x25 && head.includes('%PDF-')) return true
  for (
    let at = bytes.lastIndexOf(ZIP_END);
    at >= 0 && at >= bytes.length - ZIP_END_SIZE - ZIP_LONGEST_COMMENT;
    at = at === 0 ? -1 : bytes.lastIndexOf(ZIP_END, at - 1)
  ) {
    if (at + ZIP_END_SIZE <= bytes.length && at + ZIP_END_SIZE + bytes.readUInt16LE(at + 20) === bytes.length)
      return true
  }
  return false
}
