import 'server-only'
import { type Change, merge } from '@/lib/domain/live'

/** Milliseconds. The notices of one commit arrive together; a busy time (an import) is told twice a second. */
const together = 20
const busy = 500

/** Lets the first change out at once and gathers those that follow close upon it. */
export function gathering(release: (change: Change) => void) {
  let gathered: Change | null = null
  let window: NodeJS.Timeout | undefined

  function open(length: number): void {
    window = setTimeout(() => {
      window = undefined
      if (!gathered) return
      const change = gathered
      gathered = null
      open(busy)
      release(change)
    }, length)
  }

  return {
    take(change: Change): void {
      gathered = gathered ? merge(gathered, change) : change
      if (!window) open(together)
    },
    stop: () => clearTimeout(window),
  }
}
