import { existsSync, realpathSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { duringBaseBackup } from '@/db/embedded/base-backup'
import { LaunchFailure } from '@/db/embedded/failure'
import { below, type Copied, copyFile } from './copy'
import { type Manifest, manifestOf } from './manifest'

/** What is of the running server alone: made anew at the next start, or worth nothing in a copy. */
const passing = new Set(['pg_wal', 'pg_replslot', 'pg_dynshmem', 'pg_notify', 'pg_serial', 'pg_snapshots'])
const stale =
  /^(postmaster\.(pid|opts)|pg_stat_tmp\/.*|pg_subtrans\/.*)$|(^|\/)(pgsql_tmp.*|pg_internal\.init)$/
const segment = /^[0-9A-F]{24}$/

/**
 * Copies a running register into a new folder: the embedded database as PostgreSQL's own base backup does it (pages, then
 * the log that makes them whole, held by a slot until it is copied), the files of contracts after it, so that every file
 * a row names is there, and the secrets without which it can't be opened. Nobody waits meanwhile.
 * @param superuserUrl of the embedded cluster, whose files lie in `dataDir`
 * @throws LaunchFailure when the folder can't be made; whatever fails later leaves none behind
 */
export async function backUp(dataDir: string, superuserUrl: string, out: string): Promise<Manifest> {
  try {
    await mkdir(out, { mode: 0o700 })
  } catch (error) {
    throw new LaunchFailure(
      `The folder ${out} can't be made (${(error as Error).message}). 无法新建目录 ${out}。`,
    )
  }
  try {
    const manifest: Manifest = { product: 'jishi', madeAt: new Date().toISOString(), folders: [], files: {} }
    const keep = (path: string, copied: Copied | null) => {
      if (copied) manifest.files[path] = copied
    }
    const copy = async (path: string) => keep(path, await copyFile(join(dataDir, path), join(out, path)))
    await copyDatabase(realpathSync(join(dataDir, 'postgres')), superuserUrl, out, manifest, keep)
    const files = join(dataDir, 'files')
    if (existsSync(files)) {
      manifest.folders.push('files')
      for await (const { path, folder } of below(files)) {
        if (folder) manifest.folders.push(join('files', path))
        else await copy(join('files', path))
      }
    }
    await copy('secrets.json')
    if (existsSync(join(dataDir, 'demo-told'))) await copy('demo-told')
    await writeFile(manifestOf(out), JSON.stringify(manifest), { mode: 0o600, flush: true })
    return manifest
  } catch (error) {
    await rm(out, { recursive: true, force: true })
    throw error
  }
}

async function copyDatabase(
  cluster: string,
  superuserUrl: string,
  out: string,
  { folders }: Manifest,
  keep: (path: string, copied: Copied | null) => void,
): Promise<void> {
  const to = join(out, 'postgres')
  const take = async (path: string) =>
    keep(join('postgres', path), await copyFile(join(cluster, path), join(to, path)))
  await mkdir(to, { mode: 0o700 })
  folders.push('postgres')
  const said = await duringBaseBackup(superuserUrl, {
    async pages() {
      for await (const { path, folder } of below(cluster, (path) => !passing.has(path))) {
        if (folder) folders.push(join('postgres', path))
        else if (!stale.test(path)) await take(path)
      }
    },
    async log(from) {
      for await (const { path, folder } of below(join(cluster, 'pg_wal'), () => false)) {
        if (folder) folders.push(join('postgres', 'pg_wal', path))
        else if (path.endsWith('.history') || (segment.test(path) && path >= from))
          await take(join('pg_wal', path))
      }
    },
  })
  const label = join(out, 'backup_label')
  await writeFile(label, said, { mode: 0o600 })
  keep(join('postgres', 'backup_label'), await copyFile(label, join(to, 'backup_label')))
  await rm(label)
}
