import 'server-only'
import type { PagesAsked } from './pages-asked'

/** So many pages may be asking anew at once; more would only wait for each other, and make everybody else wait. */
const most = 6
/** Milliseconds in which a page that was told asks; one that has not by then is not waited for. */
const asksWithin = 100
/** Milliseconds between two looks at who may go. */
const pause = 10
/** However many are asking, somebody goes after so many milliseconds: requests may hang for reasons of their own. */
const patience = 500

/**
 * Each page that is told of a change asks for itself anew, and a thousand of them are a minute's work. So they take turns:
 * the next is told as one of those before it has been answered, and who works meanwhile is answered too.
 * @param asked the pages asked of this process, by these and by others
 */
export function turns<T>(go: (one: T) => void, asked: () => PagesAsked) {
  const waiting = new Set<T>()
  /** When those went who have not asked yet. */
  let gone: number[] = []
  let last = 0
  let seen = 0
  let timer: NodeJS.Timeout | undefined

  function run(): void {
    const now = Date.now()
    const { begun, underWay } = asked()
    gone = gone.slice(begun - seen).filter((at) => now - at < asksWithin)
    seen = begun
    let free = most - gone.length - underWay
    if (free < 1 && now - last >= patience) free = 1
    for (const one of waiting) {
      if (free < 1) break
      free -= 1
      waiting.delete(one)
      gone.push(now)
      last = now
      go(one)
    }
    if (waiting.size > 0) timer ??= setTimeout(again, pause)
  }

  function again(): void {
    timer = undefined
    run()
  }

  return {
    /** Whoever waits already keeps the place. */
    wait(one: T): void {
      waiting.add(one)
      if (!timer) run()
    },
    leave: (one: T) => waiting.delete(one),
    stop: () => clearTimeout(timer),
  }
}
