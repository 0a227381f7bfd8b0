import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

/** Whether the process runs. A zombie that its parent has not reaped yet has ended (PID 1 of a container reaps late). */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  return stat(pid)?.state !== 'Z'
}

/** Tick at which the process started (Linux), which tells it from a later one with the same number; '' where unknown. */
export function birthOf(pid: number): string {
  return stat(pid)?.birth ?? ''
}

/** Resolves to whether `done` came true within `seconds`. */
export async function until(seconds: number, done: () => boolean): Promise<boolean> {
  const end = Date.now() + seconds * 1000
  while (!done()) {
    if (Date.now() > end) return false
    await wait(25)
  }
  return true
}

function stat(pid: number): { state: string; birth: string } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The second field is the command in brackets and may hold blanks: count from behind it.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return { state: fields[0] ?? '', birth: fields[19] ?? '' }
  } catch {
    return null
  }
}
