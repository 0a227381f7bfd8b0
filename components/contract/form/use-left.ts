'use client'

import { startTransition, useCallback, useMemo, useRef, useState } from 'react'

/**
 * When a mistake may be pointed out: after the person changed the field and went on, or once they asked for
 * everything. Tabbing over an empty field is no mistake yet.
 */
export function useLeft(everything = false) {
  const [all, setAll] = useState(everything)
  const [shown, setShown] = useState<ReadonlySet<string>>(new Set())
  const touched = useRef(new Set<string>())

  const changed = useCallback((path: string) => {
    touched.current.add(path)
  }, [])
  const leave = useCallback((path: string) => {
    if (!touched.current.has(path)) return
    // In one breath with the findings that belong to what was typed last, which are worked out without hurry.
    whenReleased(() =>
      startTransition(() => setShown((before) => (before.has(path) ? before : new Set(before).add(path)))),
    )
  }, [])
  const showAll = useCallback(() => setAll(true), [])
  /** A party taken from the registry is changed and left as a whole, so its parts may be spoken of too. */
  const mayShow = useCallback(
    (path: string) =>
      all || path.split('.').some((_, at, steps) => shown.has(steps.slice(0, at + 1).join('.'))),
    [all, shown],
  )
  return useMemo(() => ({ changed, leave, showAll, mayShow }), [changed, leave, showAll, mayShow])
}

let pressed = false
if (typeof window !== 'undefined') {
  window.addEventListener(
    'pointerdown',
    () => {
      pressed = true
    },
    true,
  )
  for (const end of ['pointerup', 'pointercancel'])
    window.addEventListener(
      end,
      () => {
        pressed = false
      },
      true,
    )
}

/** A note that appears between press and release would move what is being clicked from under the pointer. */
function whenReleased(run: () => void): void {
  if (!pressed) run()
  else window.addEventListener('pointerup', () => setTimeout(run), { once: true })
}
