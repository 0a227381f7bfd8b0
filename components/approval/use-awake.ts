'use client'

import { useEffect, useRef } from 'react'

/** Without a key or the pointer for this long nobody sits there: signs of life stop, and sign-in may end by idling. */
const NOBODY_AFTER = 5 * 60_000

/**
 * Repeats `work` while the page is in view and somebody is at it; also at once when they come back to it.
 * @param every milliseconds
 */
export function useWhileAwake(every: number, work: () => void): void {
  const latest = useRef(work)
  latest.current = work
  useEffect(() => {
    let active = Date.now()
    const isAwake = () => document.visibilityState === 'visible' && Date.now() - active < NOBODY_AFTER
    const run = () => isAwake() && latest.current()
    const stir = () => {
      const slept = !isAwake()
      active = Date.now()
      if (slept && document.visibilityState === 'visible') latest.current()
    }
    const timer = setInterval(run, every)
    const events = ['pointermove', 'pointerdown', 'keydown', 'scroll'] as const
    for (const name of events) window.addEventListener(name, stir, { passive: true })
    document.addEventListener('visibilitychange', run)
    return () => {
      clearInterval(timer)
      for (const name of events) window.removeEventListener(name, stir)
      document.removeEventListener('visibilitychange', run)
    }
  }, [every])
}
