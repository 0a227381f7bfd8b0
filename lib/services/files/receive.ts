import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { MediaType } from '@/lib/domain/attachments/files'
import { Problem } from '@/lib/domain/problems'
import { inspect, unfit } from './inspect'
import { filesFolder, installedVault } from './installed-vault'

/** A file that arrived whole and passed inspection; not yet in the vault. */
export interface Received {
  sha256: string
  size: number
  mediaType: MediaType
  path: string
}

export interface Limits {
  /** Megabytes (2^20 bytes). */
  most: number
  /** Bytes announced by the sender, where they were. */
  announced?: number
}

export const MEGABYTE = 1024 * 1024

/**
 * Writes an arriving file aside, hashing as it comes, looks into it, and hands it to `use`; whatever happens, nothing
 * is left aside. Only what `keep` takes stays.
 * @throws {Problem} too-large as soon as the limit is passed, wrong-type, unfit-file; and what `use` throws
 */
export const receive = <T>(
  parts: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  limits: Limits,
  use: (file: Received) => Promise<T>,
): Promise<T> =>
  receiveAside(parts, limits, async (file) => {
    const mediaType = await oneAtATime(async () => inspect(await readFile(file.path)))
    return use({ ...file, mediaType })
  })

/** The same for a file that is looked into by whoever uses it. @throws {Problem} too-large, unfit-file: incomplete */
export async function receiveAside<T>(
  parts: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  { most, announced }: Limits,
  use: (file: Omit<Received, 'mediaType'>) => Promise<T>,
): Promise<T> {
  if (announced !== undefined && announced > most * MEGABYTE) throw new Problem({ code: 'too-large', most })
  const path = join(await arrivals(), randomUUID())
  try {
    const { sha256, size } = await write(parts, path, most)
    if (announced !== undefined && size !== announced) throw unfit('incomplete')
    return await use({ sha256, size, path })
  } finally {
    await rm(path, { force: true })
  }
}

/** Puts a received file into the vault; the same bytes are kept once. */
export async function keep({ sha256, path, size }: Received): Promise<void> {
  const vault = installedVault()
  if (!(await vault.has(sha256))) await vault.take(sha256, path, size)
}

async function write(parts: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, path: string, most: number) {
  const hash = createHash('sha256')
  let size = 0
  const file = await open(path, 'wx', 0o600)
  try {
    for await (const part of arriving(parts)) {
      size += part.byteLength
      if (size > most * MEGABYTE) throw new Problem({ code: 'too-large', most })
      hash.update(part)
      await file.writeFile(part)
    }
  } finally {
    await file.close()
  }
  return { sha256: hash.digest('hex'), size }
}

/** A sender who goes away leaves an unfinished file, which is no failure of ours. */
async function* arriving(parts: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) {
  try {
    yield* parts
  } catch {
    throw unfit('incomplete')
  }
}

/** A file is read whole to be inspected; one after another keeps the memory of many uploads that of one. */
let last: Promise<unknown> = Promise.resolve()
function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work, work)
  last = mine.catch(() => {})
  return mine
}

const DAY = 24 * 60 * 60 * 1000
let swept: Promise<string> | undefined

/** The folder for arriving files, freed once per process of what a killed one left behind. */
function arrivals(): Promise<string> {
  swept ??= sweep().catch((error) => {
    swept = undefined
    throw error
  })
  return swept
}

async function sweep(): Promise<string> {
  const folder = join(filesFolder(), 'arriving')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    const age = await stat(path).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    )
    if (age > DAY) await rm(path, { force: true })
  }
  return folder
}
