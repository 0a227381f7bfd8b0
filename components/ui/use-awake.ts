'use client'

import { useCallback, useEffect, useRef } from 'react'

/** Without a key or the pointer for this long nobody sits there: signs of life stop, and sign-in may end by idling. */
const NOBODY_AFTER = 5 * 60_000

/**
 * Returns a function that tells whether the page is in view with somebody at it.
 * @param onReturn runs when they come back to it
 */
export function useAttendance(onReturn: () => void): () => boolean {
  const active = useRef(0)
  const latest = useRef(onReturn)
  latest.current = onReturn
  const isAwake = useCallback(
    () => document.visibilityState === 'visible' && Date.now() - active.current < NOBODY_AFTER,
    [],
  )
  useEffect(() => {
    active.current = Date.now()
    const stir = () => {
      const slept = !isAwake()
      active.current = Date.now()
      if (slept && document.visibilityState === 'visible') latest.current()
    }
    const events = ['pointermove', 'pointerdown', 'keydown', 'scroll'] as const
    for (const name of events) window.addEventListener(name, stir, { passive: true })
    return () => {
      for (const name of events) window.removeEventListener(name, stir)
    }
  }, [isAwake])
  return isAwake
}

/**
 * Repeats `work` while the page is in view and somebody is at it; also at once when they come back to it.
 * @param every milliseconds
 */
export function useWhileAwake(every: number, work: () => void): void {
  const latest = useRef(work)
  latest.current = work
  const isAwake = useAttendance(work)
  useEffect(() => {
    const run = () => isAwake() && latest.current()
    const timer = setInterval(run, every)
    document.addEventListener('visibilitychange', run)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', run)
    }
  }, [every, isAwake])
}
