'use client'

import { Tooltip as Base } from '@base-ui/react/tooltip'
import { type ReactElement, type ReactNode, useRef } from 'react'

/** A few words about a control that has a name already; never the only place of anything (touch cannot hover). */
export function Tooltip({ words, children }: { words: ReactNode; children: ReactElement }) {
  const home = useRef<HTMLSpanElement>(null)
  return (
    <Base.Root>
      <Base.Trigger delay={300} render={children} />
      <span className="absolute" ref={home} />
      <Base.Portal container={home}>
        <Base.Positioner className="z-50" sideOffset={6}>
          <Base.Popup className="w-max max-w-72 rounded-md bg-ink px-2.5 py-1.5 text-sm text-paper shadow-raised">
            {words}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
