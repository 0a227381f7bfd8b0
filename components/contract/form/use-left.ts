'use client'

import { useCallback, useMemo, useRef, useState } from 'react'

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
    setShown((before) => (before.has(path) ? before : new Set(before).add(path)))
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
