import { bounds } from '@/lib/domain/checker/bounds'
import { Problem } from '@/lib/domain/problems'

let running = 0
const waiting: (() => void)[] = []

/**
 * Runs work when its turn comes.
 * @throws {Problem} unavailable where too many wait already
 */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running < bounds.atOnce) running += 1
  else {
    if (waiting.length >= bounds.waiting) throw new Problem({ code: 'unavailable' })
    await new Promise<void>((resolve) => waiting.push(resolve))
  }
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    // The place goes over to whoever waits longest.
    if (next) next()
    else running -= 1
  }
}
