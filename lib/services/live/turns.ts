import 'server-only'
import { performance } from 'node:perf_hooks'

/** How many may go at once, how many more after each pause, and the pause in milliseconds. */
const first = 50
const slice = 5
const pause = 50
/** Above this share of busy time the process is still rendering for those who went before. */
const saturated = 0.85
/** However busy, nobody waits longer than this for the next slice: milliseconds. */
const longest = 1_000

/**
 * Each page that is told of a change asks for itself anew, and a thousand of them are a minute's work. They take turns:
 * the first at once, the others in slices as the process keeps up, so that who works meanwhile is still answered.
 */
export function turns<T>(go: (one: T) => void) {
  const waiting = new Set<T>()
  let free = first
  let timer: NodeJS.Timeout | undefined
  let before = performance.eventLoopUtilization()
  let waited = 0

  function run(): void {
    for (const one of waiting) {
      if (free === 0) break
      free -= 1
      waiting.delete(one)
      go(one)
    }
    if (free === first || timer) return
    before = performance.eventLoopUtilization()
    timer = setTimeout(refill, pause)
  }

  function refill(): void {
    timer = undefined
    waited += pause
    if (performance.eventLoopUtilization(before).utilization < saturated || waited >= longest) {
      waited = 0
      free = Math.min(first, free + slice)
    }
    run()
  }

  return {
    /** Whoever waits already keeps the place. */
    wait(one: T): void {
      waiting.add(one)
      run()
    },
    leave: (one: T) => waiting.delete(one),
    stop: () => clearTimeout(timer),
  }
}
