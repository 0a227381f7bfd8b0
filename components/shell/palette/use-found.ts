'use client'

import { useEffect, useState } from 'react'
import type { Found } from '@/lib/domain/search/hit'
import { askFound, askStart, type PaletteStart } from './asked'

type State = 'asking' | 'answered' | 'failed'

/** Commands and recent things, asked for once the palette is opened. */
export function useStart(): { start: PaletteStart | null; failed: boolean } {
  const [start, setStart] = useState<PaletteStart | null>(null)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    const off = new AbortController()
    askStart(off.signal).then(setStart, () => off.signal.aborted || setFailed(true))
    return () => off.abort()
  }, [])
  return { start, failed }
}

const nothing: Found = { groups: [], exact: null }

/**
 * What is found for a text. Each question calls off the one before it, so that answers never come late; what was found for
 * the text before stays until then. `answered` says that `found` belongs to `typed`.
 */
export function useFound(typed: string): { found: Found; state: State } {
  const [answer, setAnswer] = useState<{ typed: string; found: Found; failed: boolean }>({
    typed: '',
    found: nothing,
    failed: false,
  })
  useEffect(() => {
    if (typed === '') return
    const off = new AbortController()
    askFound(typed, off.signal).then(
      (found) => setAnswer({ typed, found, failed: false }),
      () => off.signal.aborted || setAnswer({ typed, found: nothing, failed: true }),
    )
    return () => off.abort()
  }, [typed])
  if (typed === '') return { found: nothing, state: 'answered' }
  if (answer.typed !== typed) return { found: answer.found, state: 'asking' }
  return { found: answer.found, state: answer.failed ? 'failed' : 'answered' }
}
