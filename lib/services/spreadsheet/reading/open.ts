import 'server-only'
import { open } from 'node:fs/promises'
import { type Table, unreadable } from './cell'
import { openCsv } from './csv'
import { openXlsx } from './xlsx'

const ZIP = Buffer.from('PK\x03\x04', 'latin1')
/** Compound files: Excel up to 2003, and every document with a password. */
const COMPOUND = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le')

/**
 * Opens a table file for what it is by its content, never by its name: a workbook, or CSV.
 * @throws {Problem} unreadable-file with the reason
 */
export async function openTable(path: string): Promise<Table> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    if (size === 0) throw unreadable('empty')
    const head = Buffer.alloc(8)
    await file.read(head, 0, 8, 0)
    if (head.subarray(0, 4).equals(ZIP)) return await openXlsx(path)
    if (!head.equals(COMPOUND)) return await openCsv(path)
    let tail = Buffer.alloc(0)
    for await (const piece of file.createReadStream({ start: 0, autoClose: false })) {
      const searched = Buffer.concat([tail, piece as Buffer])
      if (searched.includes(ENCRYPTED)) throw unreadable('encrypted')
      tail = searched.subarray(-ENCRYPTED.length)
    }
    throw unreadable('old-excel')
  } finally {
    await file.close()
  }
}
