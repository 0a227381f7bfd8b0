import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'

export interface Copied {
  size: number
  sha256: string
}

/** Copies a file to the disk, flushed, for its owner's eyes alone; null when it has gone meanwhile. */
export async function copyFile(from: string, to: string): Promise<Copied | null> {
  const hash = createHash('sha256')
  let size = 0
  const looking = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk)
      size += chunk.length
      done(null, chunk)
    },
  })
  await mkdir(dirname(to), { recursive: true, mode: 0o700 })
  try {
    await pipeline(createReadStream(from), looking, createWriteStream(to, { mode: 0o600, flush: true }))
  } catch (error) {
    const { code, path } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' && path === from) return null
    throw error
  }
  return { size, sha256: hash.digest('hex') }
}

/** Folders and files below a folder by their path in it; `enter` says whether to look into a folder. What goes meanwhile is left out. */
export async function* below(
  root: string,
  enter: (path: string) => boolean = () => true,
  path = '',
): AsyncGenerator<{ path: string; folder: boolean }> {
  const entries = await readdir(join(root, path), { withFileTypes: true }).catch((error) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  for (const entry of entries) {
    const inside = join(path, entry.name)
    if (entry.isDirectory()) {
      yield { path: inside, folder: true }
      if (enter(inside)) yield* below(root, enter, inside)
    } else if (entry.isFile()) yield { path: inside, folder: false }
  }
}
