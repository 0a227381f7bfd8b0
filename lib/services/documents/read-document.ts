import { blockText } from '@/lib/domain/checker/block'
import { bounds } from '@/lib/domain/checker/bounds'
import { Unreadable } from '@/lib/domain/checker/refusals'
import { type ReadDocument, type ReadWord, readDocx } from './read-docx'
import { readPdf } from './read-pdf'
import { readPlain } from './read-plain'

const starts = (bytes: Uint8Array, ...wanted: number[]) => wanted.every((byte, at) => bytes[at] === byte)
const says = (bytes: Uint8Array, text: string) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(Buffer.from(text, 'utf16le'))

/**
 * Reads a document by what it is, whatever its name says.
 * @throws {Unreadable}
 */
export async function readDocument(bytes: Uint8Array): Promise<ReadDocument | ReadWord> {
  const document = await read(bytes)
  const characters = document.blocks.reduce((sum, block) => sum + blockText(block).length, 0)
  if (characters === 0) throw new Unreadable('no-text')
  if (characters > bounds.characters) throw new Unreadable('too-long')
  return document
}

async function read(bytes: Uint8Array): Promise<ReadDocument | ReadWord> {
  if (bytes.length === 0) throw new Unreadable('empty')
  if (starts(bytes, 0x50, 0x4b)) return readDocx(bytes)
  // The container of old Office, and of new Office where it is encrypted ([MS-CFB], [MS-OFFCRYPTO]).
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    if (says(bytes, 'EncryptedPackage')) throw new Unreadable('encrypted')
    throw new Unreadable(says(bytes, 'WordDocument') ? 'old-word' : 'not-document')
  }
  // Readers find the mark of a PDF anywhere in the first kilobyte.
  if (Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')) return readPdf(bytes)
  return readPlain(bytes)
}
