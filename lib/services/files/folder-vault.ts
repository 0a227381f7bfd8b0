import 'server-only'
import { createReadStream } from 'node:fs'
import { access, mkdir, open, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import type { Vault } from './vault'

/** Files in a folder: `ab/abcdef…`. A name appears only once its bytes are safe on the disk. */
export function folderVault(folder: string): Vault {
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256)
  return {
    has: (sha256) =>
      access(pathOf(sha256)).then(
        () => true,
        () => false,
      ),
    async take(sha256, path) {
      const target = pathOf(sha256)
      await mkdir(dirname(target), { recursive: true, mode: 0o700 })
      await sync(path)
      await rename(path, target)
      await sync(dirname(target))
    },
    async open(sha256, range) {
      const handle = await open(pathOf(sha256))
      return Readable.toWeb(createReadStream('', { fd: handle, ...range })) as ReadableStream<Uint8Array>
    },
  }
}

/** Waits until a file, or a folder's list of names, would survive a loss of power. */
async function sync(path: string): Promise<void> {
  const handle = await open(path)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
