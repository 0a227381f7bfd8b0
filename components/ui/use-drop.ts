'use client'

import { type DragEvent, useState } from 'react'

/** Files dragged over an element. The depth is counted, because crossing a child leaves and enters at once. */
export function useDrop(add: ((files: Iterable<File>) => void) | undefined) {
  const [depth, setDepth] = useState(0)
  const carriesFiles = (event: DragEvent) => add !== undefined && event.dataTransfer.types.includes('Files')
  return {
    over: depth > 0,
    handlers: {
      onDragEnter: (event: DragEvent) => carriesFiles(event) && setDepth((now) => now + 1),
      onDragLeave: (event: DragEvent) => carriesFiles(event) && setDepth((now) => Math.max(now - 1, 0)),
      onDragOver: (event: DragEvent) => carriesFiles(event) && event.preventDefault(),
      onDrop: (event: DragEvent) => {
        if (!carriesFiles(event)) return
        event.preventDefault()
        setDepth(0)
        add?.([...event.dataTransfer.files])
      },
    },
  }
}
