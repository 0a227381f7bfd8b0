import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { LaunchFailure } from './failure'
import { isAlive, until } from './process'

/** What a running PostgreSQL writes about itself into its data directory. */
export type Postmaster = { pid: number; port: number; ready: boolean }

/** The contents of postmaster.pid, or null when there is none. */
export function readPostmaster(dataDirectory: string): Postmaster | null {
  let lines: string[]
  try {
    lines = readFileSync(join(dataDirectory, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return null
  }
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 1) return null
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
}

/**
 * Ends a PostgreSQL that outlived its launcher (kill -9, a crash), losing nothing: it is asked for a fast shutdown.
 * A number that belongs to another program by now only leaves a file, which is removed.
 */
export async function stopOrphan(dataDirectory: string): Promise<void> {
  const orphan = readPostmaster(dataDirectory)
  if (!orphan || !isAlive(orphan.pid)) return
  if (!commandOf(orphan.pid).includes(dataDirectory)) {
    rmSync(join(dataDirectory, 'postmaster.pid'), { force: true })
    return
  }
  process.kill(orphan.pid, 'SIGINT')
  if (await until(60, () => !isAlive(orphan.pid) || readPostmaster(dataDirectory) === null)) return
  throw new LaunchFailure(
    `A PostgreSQL left over from an earlier start (process ${orphan.pid}) does not stop: end it and start again. 上次遗留的数据库进程未能停止，请先结束该进程。`,
  )
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    try {
      return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
    } catch {
      return ''
    }
  }
}
