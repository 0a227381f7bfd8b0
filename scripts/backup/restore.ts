import { chownSync, existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Directory, makeOwnFolder, openDirectory } from '@/db/embedded/directory'
import { LaunchFailure } from '@/db/embedded/failure'
import { copyFile } from './copy'
import { type Manifest, readManifest } from './manifest'

/**
 * Puts a backup into a DATA_DIR that holds no register, every file compared with its SHA-256. The database becomes whole
 * at its next start.
 * @throws LaunchFailure when there is a register already, or the backup is damaged; DATA_DIR is then as it was
 */
export async function restore(dataDir: string, from: string): Promise<Manifest> {
  const manifest = readManifest(from)
  for (const name of ['postgres', 'files', 'secrets.json']) {
    if (existsSync(join(dataDir, name))) {
      throw new LaunchFailure(
        `${dataDir} holds a register already (${name}): restore into an empty DATA_DIR. 数据目录 ${dataDir} 已有数据，请恢复到空目录。`,
      )
    }
  }
  const directory = openDirectory(dataDir)
  const partial = `${directory.path}.partial`
  const beside = join(dataDir, 'restoring')
  try {
    await bring(manifest, from, directory, partial, beside)
    for (const name of ['files', 'secrets.json', 'demo-told'])
      if (existsSync(join(beside, name))) await rename(join(beside, name), join(dataDir, name))
    await rename(partial, directory.path)
  } catch (error) {
    await rm(partial, { recursive: true, force: true })
    // A link to where the database would have lain.
    await rm(join(dataDir, 'postgres'), { force: true })
    throw error
  } finally {
    await rm(beside, { recursive: true, force: true })
  }
  return manifest
}

async function bring(
  { folders, files }: Manifest,
  from: string,
  { account }: Directory,
  partial: string,
  beside: string,
): Promise<void> {
  const database = (path: string) => path === 'postgres' || path.startsWith('postgres/')
  const target = (path: string) => (database(path) ? join(partial, path.slice(9)) : join(beside, path))
  const own = (path: string, made: string) => {
    if (account && database(path)) chownSync(made, account.uid, account.gid)
  }
  await mkdir(beside, { recursive: true, mode: 0o700 })
  for (const folder of folders) {
    if (database(folder)) makeOwnFolder(target(folder), account)
    else await mkdir(target(folder), { recursive: true, mode: 0o700 })
  }
  for (const [path, { size, sha256 }] of Object.entries(files)) {
    const copied = await copyFile(join(from, path), target(path))
    if (!copied || copied.size !== size || copied.sha256 !== sha256) {
      throw new LaunchFailure(
        `The backup is damaged: ${path} is ${copied ? 'not as it was written' : 'missing'}. 备份已损坏：${path}。`,
      )
    }
    own(path, target(path))
  }
}
