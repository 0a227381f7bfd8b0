'use client'

import { Menu as Base } from '@base-ui/react/menu'
import Link from 'next/link'
import { type ReactElement, type ReactNode, useRef } from 'react'
import { cx } from './classes'

export interface MenuEntry {
  key: string
  label: ReactNode
  href?: string
  onSelect?: () => void
  disabled?: boolean
  danger?: boolean
}

/** Further acts behind one button: the rare ones, so that the usual one stands alone. */
export function Menu({ trigger, entries }: { trigger: ReactElement; entries: readonly MenuEntry[] }) {
  const home = useRef<HTMLSpanElement>(null)
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <span className="absolute" ref={home} />
      <Base.Portal container={home}>
        <Base.Positioner align="end" className="z-50 outline-none" sideOffset={4}>
          <Base.Popup className="w-max min-w-44 rounded-md border border-line bg-raised py-1 text-ink shadow-raised outline-none">
            {entries.map(({ key, label, href, onSelect, disabled, danger }) => (
              <Base.Item
                className={cx(
                  'block px-3 py-1.5 outline-none data-disabled:text-faint data-highlighted:bg-hover',
                  danger && 'text-cinnabar',
                )}
                disabled={disabled}
                key={key}
                onClick={onSelect}
                render={href ? <Link href={href} /> : undefined}
              >
                {label}
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
