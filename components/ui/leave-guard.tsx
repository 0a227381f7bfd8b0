'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useEffect, useState } from 'react'
import { ConfirmDialog } from './dialog'

/** Asks before a link or a closed window throws away what was typed. Going on in code is not asked about. */
export function LeaveGuard({
  when,
  title,
  description,
  confirmLabel,
}: {
  /** There is something to lose. */
  when: boolean
  title: ReactNode
  description: ReactNode
  confirmLabel: ReactNode
}) {
  const router = useRouter()
  const [toward, setToward] = useState<string | null>(null)
  useEffect(() => {
    if (!when) return
    const unload = (event: BeforeUnloadEvent) => event.preventDefault()
    const click = (event: MouseEvent) => {
      const href = leadsAway(event)
      if (!href) return
      event.preventDefault()
      event.stopPropagation()
      setToward(href)
    }
    window.addEventListener('beforeunload', unload)
    // Before the link itself hears of it.
    window.addEventListener('click', click, true)
    return () => {
      window.removeEventListener('beforeunload', unload)
      window.removeEventListener('click', click, true)
    }
  }, [when])
  return (
    <ConfirmDialog
      confirmLabel={confirmLabel}
      description={description}
      kind="danger"
      onConfirm={() => toward && router.push(toward)}
      onOpenChange={(open) => !open && setToward(null)}
      open={toward !== null}
      title={title}
    />
  )
}

/** Where a plain click on a link of ours leads, null for everything that leaves this page open. */
function leadsAway(event: MouseEvent): string | null {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (!link?.href || link.target === '_blank' || link.hasAttribute('download')) return null
  const to = new URL(link.href)
  if (to.origin !== location.origin || (to.pathname === location.pathname && to.hash)) return null
  return to.pathname + to.search
}
