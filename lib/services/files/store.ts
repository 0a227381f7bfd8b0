import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { access, mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const folder = () => join(process.env.DATA_DIR ?? '.data', 'files')

/** Path of a file in the store. */
export const storedPath = (sha256: string): string => join(folder(), sha256.slice(0, 2), sha256)

/** Keeps the bytes under their SHA-256 and returns it; the same bytes are kept once. */
export async function keep(bytes: Uint8Array): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const path = storedPath(sha256)
  const known = await access(path).then(
    () => true,
    () => false,
  )
  if (known) return sha256
  await mkdir(join(folder(), sha256.slice(0, 2)), { recursive: true, mode: 0o700 })
  const unfinished = `${path}.${randomBytes(6).toString('hex')}`
  await writeFile(unfinished, bytes, { mode: 0o600 })
  await rename(unfinished, path)
  return sha256
}
