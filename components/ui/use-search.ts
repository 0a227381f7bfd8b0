'use client'

import { useCallback, useEffect, useRef, useState } from 'react'

/** Typing rests this long before the question is sent. */
const restMs = 180

/** Asks when typing rests; an answer that was overtaken by a newer question is dropped. `null` asks nothing. */
export function useSearch<Found>(search: (text: string) => Promise<readonly Found[]>) {
  const [wanted, setWanted] = useState<string | null>(null)
  const [found, setFound] = useState<readonly Found[]>([])
  const [searching, setSearching] = useState(false)
  const latest = useRef(search)
  useEffect(() => {
    latest.current = search
  })

  useEffect(() => {
    if (wanted === null) return
    let overtaken = false
    const timer = setTimeout(async () => {
      const answer = await latest.current(wanted).catch(() => [])
      if (overtaken) return
      setFound(answer)
      setSearching(false)
    }, restMs)
    return () => {
      overtaken = true
      clearTimeout(timer)
    }
  }, [wanted])

  const ask = useCallback((text: string) => {
    const words = text.trim()
    setWanted(words || null)
    setSearching(words !== '')
    if (!words) setFound([])
  }, [])
  return { found, searching, ask }
}
