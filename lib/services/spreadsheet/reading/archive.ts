import type { Readable } from 'node:stream'
import { type Entry, openPromise } from 'yauzl'
import { Problem } from '@/lib/domain/problems'
import { most, unreadable } from './cell'

/** The parts of a ZIP archive on the disk, unpacked one at a time and never more than they may hold. */
export interface Archive {
  has(name: string): boolean
  /** The bytes of a part. @throws {Problem} unreadable-file where it is missing or damaged */
  part(name: string): AsyncGenerator<Uint8Array>
  close(): void
}

/** @throws {Problem} unreadable-file: damaged, or unpacks to too much */
export async function openArchive(path: string): Promise<Archive> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false }).catch(() => {
    throw unreadable('damaged')
  })
  const parts = new Map<string, Entry>()
  let packed = 0
  let unpacked = 0
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) throw unreadable('encrypted')
      packed += entry.compressedSize
      unpacked += entry.uncompressedSize
      parts.set(entry.fileName.toLowerCase(), entry)
      if (parts.size > most.parts || unpacked > most.unpacked) throw unreadable('bomb')
    }
  } catch (error) {
    zip.close()
    throw error instanceof Problem ? error : unreadable('damaged')
  }
  if (unpacked > most.ratioFrom && unpacked > packed * most.ratio) {
    zip.close()
    throw unreadable('bomb')
  }
  return {
    has: (name) => parts.has(name.toLowerCase()),
    async *part(name) {
      const entry = parts.get(name.toLowerCase())
      if (!entry) throw unreadable('damaged')
      let stream: Readable | undefined
      try {
        stream = await zip.openReadStreamPromise(entry)
        yield* stream as AsyncIterable<Uint8Array>
      } catch (error) {
        // The sizes a part says of itself are held to while it is unpacked.
        throw error instanceof Problem ? error : unreadable('damaged')
      } finally {
        stream?.destroy()
      }
    },
    close: () => zip.close(),
  }
}
