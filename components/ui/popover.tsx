'use client'

import { Popover as Base } from '@base-ui/react/popover'
import type { ReactElement, ReactNode } from 'react'

/** A small sheet beside the button that opened it: filters, columns, an explanation with links in it. */
export function Popover({
  trigger,
  title,
  children,
}: {
  trigger: ReactElement
  title: ReactNode
  children: ReactNode
}) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner align="start" className="z-50 outline-none" sideOffset={4}>
          <Base.Popup className="grid max-w-[min(24rem,94vw)] gap-2 rounded-lg border border-line bg-raised p-4 text-ink shadow-raised outline-none">
            <Base.Title className="font-semibold">{title}</Base.Title>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
