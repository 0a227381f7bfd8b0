'use client'

import type { MouseEvent, ReactNode } from 'react'
import { useRowKeys } from '@/components/ui/use-row-keys'

/** A row opens wherever it is clicked, as its link does; what is clickable itself, and marked text, stay as they are. */
export function RowNavigation({ className, children }: { className?: string; children: ReactNode }) {
  useRowKeys()
  const open = ({ target, ctrlKey, metaKey, shiftKey, button }: MouseEvent) => {
    if (!(target instanceof Element) || button !== 0 || target.closest('a, button, input, label')) return
    if (window.getSelection()?.toString()) return
    const link = target.closest('[data-opens]')?.querySelector<HTMLAnchorElement>('a[data-row]')
    if (!link) return
    link.dispatchEvent(
      new window.MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }),
    )
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only widens the target of the link in each row, which keys reach.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the link itself answers to Enter.
    <div className={className} onClick={open}>
      {children}
    </div>
  )
}
