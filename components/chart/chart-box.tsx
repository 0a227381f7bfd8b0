'use client'

import { type ComponentType, type ReactNode, useEffect, useRef, useState } from 'react'
import type { Caption, ChartData } from './chart-data'
import { type PictureForm, SaveButtons } from './save-buttons'

type DrawingModule = typeof import('./drawing')

/** One fetch for all charts of a page, begun when the first of them comes into view. */
const fetchDrawing = (): Promise<DrawingModule> => import('./drawing')

/**
 * A picture whose first form is the HTML inside it. Once it is in view and the page at rest, the drawing takes the
 * place of the simple bars, in the same frame; words and links stay as they are.
 */
export function ChartBox({
  data,
  caption,
  description,
  place,
  corner = false,
  children,
}: {
  data: ChartData
  caption: Caption
  /** What the drawing shows, for whoever doesn't see it. */
  description: string
  /** Where inside the frame the bars stand. */
  place: string
  /** The ways to save it stand in the lower corner of the panel. */
  corner?: boolean
  children: ReactNode
}) {
  const frame = useRef<HTMLDivElement>(null)
  const [module, setModule] = useState<DrawingModule | null>(null)
  const [drawn, setDrawn] = useState(false)
  useEffect(() => {
    const box = frame.current
    if (!box) return
    let gone = false
    const fetchAtRest = () =>
      (window.requestIdleCallback ?? setTimeout)(() => {
        fetchDrawing().then(
          (found) => !gone && setModule(found),
          // Without the drawing the bars stay.
          () => {},
        )
      })
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return
        observer.disconnect()
        if (document.readyState === 'complete') fetchAtRest()
        else window.addEventListener('load', fetchAtRest, { once: true })
      },
      { rootMargin: '200px' },
    )
    observer.observe(box)
    return () => {
      gone = true
      observer.disconnect()
    }
  }, [])

  const save = async (form: PictureForm) => {
    const box = frame.current
    if (!box) return
    const [{ svgOf }, { readInks }, saving] = await Promise.all([
      fetchDrawing(),
      import('./inks'),
      import('./save-picture'),
    ])
    const inks = readInks(box)
    const height = saving.savedHeight(data)
    const body = svgOf(data, inks, { width: saving.insideWidth, height })
    await saving.savePicture(form, body, height, caption, inks)
  }

  const Drawing: ComponentType<Parameters<DrawingModule['Drawing']>[0]> | undefined = module?.Drawing
  return (
    <div>
      <div className="relative" data-drawn={drawn || undefined} ref={frame}>
        {children}
        <div
          aria-label={description}
          className={`pointer-events-none absolute overflow-hidden ${place}`}
          role="img"
        >
          {Drawing && <Drawing data={data} onReady={() => setDrawn(true)} />}
        </div>
      </div>
      <SaveButtons corner={corner} onSave={save} />
    </div>
  )
}
