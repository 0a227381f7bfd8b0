import { randomUUID } from 'node:crypto'
import {
  accessSync,
  chownSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { join } from 'node:path'
import { type Account, accountFor, reaches } from './account'
import { SYSTEM_HOME } from './binaries'
import { LaunchFailure } from './failure'

/** The major version of the bundled PostgreSQL; its data directories open with no other. */
const MAJOR = '18'

/** Where a cluster's files lie, and as whom its processes run. `made` is false before initdb. */
export type Directory = { path: string; account: Account; made: boolean }

/**
 * The data directory below DATA_DIR, checked. As root under a folder that `nobody` cannot enter (/root), the data lies in
 * /var/lib/jishi and DATA_DIR/postgres is a link to it, so that it is still found when DATA_DIR moves.
 */
export function openDirectory(dataDir: string): Directory {
  openDataDir(dataDir)
  const entry = join(dataDir, 'postgres')
  if (isLink(entry) && !existsSync(entry)) {
    throw new LaunchFailure(
      `The register's data has gone: ${entry} points to ${readlinkSync(entry)}, which does not exist. Put it back or restore a backup. 数据目录缺失，请放回原处或恢复备份。`,
    )
  }
  const account = accountFor(entry)
  if (existsSync(entry)) {
    const path = realpathSync(entry)
    refuseDamaged(path)
    return { path, account, made: true }
  }
  if (reaches(account, dataDir))
    return { path: join(realpathSync(dataDir), 'postgres'), account, made: false }
  const path = join(SYSTEM_HOME, randomUUID())
  mkdirSync(SYSTEM_HOME, { recursive: true, mode: 0o755 })
  symlinkSync(path, entry)
  return { path, account, made: false }
}

/**
 * Makes DATA_DIR if needed and checks that it can be used. @throws LaunchFailure
 * Root's DATA_DIR lets others pass through (not look in), because `nobody` has to get to its own folder inside.
 */
export function openDataDir(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    throw new LaunchFailure(
      `DATA_DIR ${dataDir} cannot be used (${reason(error)}). 数据目录无法使用，请检查路径、权限和磁盘空间。`,
    )
  }
}

function refuseDamaged(path: string): void {
  const version = join(path, 'PG_VERSION')
  let found: string
  try {
    if (!statSync(path).isDirectory()) throw new Error('it is not a folder')
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK)
    found = readFileSync(version, 'utf8').trim()
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'EACCES' || code === 'EPERM') {
      throw new LaunchFailure(
        `The data in ${path} belongs to another user (uid ${statSync(path).uid}): start as that user or as root. 数据目录属于其他用户，请以该用户或 root 启动。`,
      )
    }
    throw new LaunchFailure(
      `The data in ${path} is damaged (${code === 'ENOENT' ? 'PG_VERSION is missing' : reason(error)}): restore a backup, or move the folder away to start empty. 数据目录已损坏，请恢复备份，或移走该目录后重新开始。`,
    )
  }
  if (found !== MAJOR) {
    throw new LaunchFailure(
      `The data in ${path} was made by PostgreSQL ${found || '?'}, this version brings ${MAJOR}: start it with the earlier release, back up, and restore here. 数据由其他版本的 PostgreSQL 建立，请用原版本备份后在此恢复。`,
    )
  }
}

/** Creates a folder that the account owns alone. */
export function makeOwnFolder(path: string, account: Account): void {
  mkdirSync(path, { recursive: true, mode: 0o700 })
  if (account) chownSync(path, account.uid, account.gid)
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false
}

/** The system's word for what failed: "ENOSPC: no space left on device" and the like. */
export function reason(error: unknown): string {
  return error instanceof Error ? (error.message.split(',')[0] ?? error.message) : String(error)
}
