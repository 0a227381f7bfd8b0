'use client'

import { type ReactNode, useRef } from 'react'
import type { Caption } from './chart-data'
import { type PictureForm, SaveButtons } from './save-buttons'

/** What a saved flow is drawn from: bands across 0…100, and the words at both sides. */
export interface FlowPicture {
  height: number
  bands: readonly { path: string; ink: number }[]
  left: readonly { label: string; y: number }[]
  right: readonly { label: string; y: number }[]
}

/** Keeps a flow drawn on the server, and hands it out as a picture. */
export function FlowBox({
  picture,
  caption,
  children,
}: {
  picture: FlowPicture
  caption: Caption
  children: ReactNode
}) {
  const box = useRef<HTMLDivElement>(null)
  const save = async (form: PictureForm) => {
    if (!box.current) return
    const [{ readInks }, saving] = await Promise.all([import('./inks'), import('./save-picture')])
    const inks = readInks(box.current)
    await saving.savePicture(form, saving.flowSvg(picture, inks), picture.height, caption, inks)
  }
  return (
    <div ref={box}>
      {children}
      <SaveButtons onSave={save} />
    </div>
  )
}
