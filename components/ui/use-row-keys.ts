'use client'

import { useEffect } from 'react'
import { isFreeKey } from './keys'

/** J and K walk the rows of a list, each by its link marked `data-row`; Enter opens the one in focus, as on any link. */
export function useRowKeys(): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase()
      if ((key !== 'j' && key !== 'k') || !isFreeKey(event) || document.querySelector('[role="dialog"]'))
        return
      const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')]
      const now = rows.findIndex((row) => row.closest('tr')?.contains(document.activeElement))
      const next = rows[key === 'j' ? now + 1 : Math.max(now, 1) - 1]
      next?.focus()
      next?.scrollIntoView({ block: 'nearest' })
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
