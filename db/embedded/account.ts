import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'

/** The system account a PostgreSQL process runs as; null means "as the present user". */
export type Account = { uid: number; gid: number } | null

/** `nobody` and `nogroup` on Debian and most others. A user of our own would have to be created and would stay behind. */
const NOBODY = { uid: 65534, gid: 65534 }

/**
 * PostgreSQL refuses to run as root. Root therefore lends it `nobody`, or the account that already owns the data
 * (a register once started by an ordinary user stays that user's).
 */
export function accountFor(dataDirectory: string): Account {
  if (process.getuid?.() !== 0) return null
  if (!existsSync(dataDirectory)) return NOBODY
  const { uid, gid } = statSync(dataDirectory)
  return uid === 0 ? NOBODY : { uid, gid }
}

/** Whether the account can really enter a folder: mode bits of every folder above it count, so it is tried, not computed. */
export function reaches(account: Account, path: string): boolean {
  if (account === null) return true
  const tried = spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', path], {
    ...account,
    cwd: '/',
    stdio: 'ignore',
  })
  return tried.status === 0
}
