import { openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { LaunchFailure } from '@/db/embedded/failure'
import { birthOf, isAlive, until } from '@/db/embedded/process'

/** Who uses a DATA_DIR now. `birth` tells a process from a later one that was given the same number. */
export type Holder = {
  pid: number
  birth: string
  what: string
  databasePort?: number
  web?: { pid: number; birth: string }
}

/** The process that uses this DATA_DIR, or null. */
export function holderOf(dataDir: string): Holder | null {
  const holder = read(dataDir)
  return holder && holder.pid !== process.pid && same(holder) ? holder : null
}

/**
 * Takes DATA_DIR for this process alone, ending a web server that outlived a killed launcher.
 * @throws LaunchFailure when another process has it.
 */
export async function takeLock(dataDir: string, what: string) {
  const file = join(dataDir, 'running.json')
  const holder = holderOf(dataDir)
  if (holder) {
    throw new LaunchFailure(
      `This register is already in use by "${holder.what}" (process ${holder.pid}). 该数据目录正在使用中（进程 ${holder.pid}）。`,
    )
  }
  const left = read(dataDir)?.web
  if (left && same(left)) {
    process.kill(left.pid, 'SIGKILL')
    await until(10, () => !isAlive(left.pid))
  }
  rmSync(file, { force: true })
  let mine: Holder = { pid: process.pid, birth: birthOf(process.pid), what }
  try {
    writeFileSync(openSync(file, 'wx', 0o600), JSON.stringify(mine))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    throw new LaunchFailure('This register is just being started elsewhere. 该数据目录正被另一进程启动。')
  }
  return {
    /** Records what another command needs to join in, and what a later start has to clear away. */
    note(more: Partial<Holder>): void {
      mine = { ...mine, ...more }
      writeFileSync(file, JSON.stringify(mine), { mode: 0o600 })
    },
    release: () => rmSync(file, { force: true }),
  }
}

function same({ pid, birth }: { pid: number; birth: string }): boolean {
  return isAlive(pid) && birthOf(pid) === birth
}

function read(dataDir: string): Holder | null {
  try {
    return JSON.parse(readFileSync(join(dataDir, 'running.json'), 'utf8')) as Holder
  } catch {
    return null
  }
}
