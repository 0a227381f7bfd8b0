'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { Button, LinkButton } from '@/components/ui/button'

const TURN_EVERY = 15_000
/** The size that the pages are made for; a larger screen shows them larger. */
const [WIDTH, HEIGHT] = [1280, 760]

/** Shows one page after the other, as large as the screen allows; can be stopped, turned by hand, and left. */
export function WallCycle({
  title,
  whose,
  slides,
  back,
  status,
}: {
  title: string
  whose: string
  slides: readonly ReactNode[]
  back: string
  /** How live it is. */
  status?: ReactNode
}) {
  const t = useTranslations('wall')
  const router = useRouter()
  const [at, setAt] = useState(0)
  const [turning, setTurning] = useState(true)
  const [zoom, setZoom] = useState(1)
  const turn = useCallback(
    (by: number) => setAt((now) => (now + by + slides.length) % slides.length),
    [slides.length],
  )

  useEffect(() => {
    if (!turning) return
    const timer = setInterval(() => turn(1), TURN_EVERY)
    return () => clearInterval(timer)
  }, [turning, turn])

  useEffect(() => {
    const enlarge = () => setZoom(Math.max(1, Math.min(innerWidth / WIDTH, innerHeight / HEIGHT)))
    enlarge()
    window.addEventListener('resize', enlarge)
    return () => window.removeEventListener('resize', enlarge)
  }, [])

  useEffect(() => {
    const acts: Record<string, () => void> = {
      ArrowRight: () => turn(1),
      ArrowLeft: () => turn(-1),
      Escape: () => router.push(back),
    }
    const press = (event: KeyboardEvent) => {
      if (!event.ctrlKey && !event.metaKey && !event.altKey) acts[event.key]?.()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [turn, router, back])

  return (
    <div className="min-h-dvh px-6 py-5" data-wall style={{ zoom }}>
      <header className="mb-4 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
        <div>
          <h1 className="text-xl">{title}</h1>
          <p className="text-sm text-soft">{whose}</p>
        </div>
        {status}
      </header>
      <main id="content">
        {slides.map((slide, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a page is its place.
          <div hidden={place !== at} key={place}>
            {slide}
          </div>
        ))}
      </main>
      <nav aria-label={t('controls')} className="mt-4 flex flex-wrap items-center gap-2">
        <Button onClick={() => turn(-1)} size="small">
          {t('previous')}
        </Button>
        <Button onClick={() => setTurning(!turning)} size="small">
          {t(turning ? 'pause' : 'play')}
        </Button>
        <Button onClick={() => turn(1)} size="small">
          {t('next')}
        </Button>
        <span className="px-2 text-sm text-soft">{t('place', { at: at + 1, of: slides.length })}</span>
        <span className="flex-1" />
        <Button onClick={() => document.documentElement.requestFullscreen?.()} size="small">
          {t('full')}
        </Button>
        <LinkButton href={back} size="small">
          {t('leave')}
        </LinkButton>
      </nav>
    </div>
  )
}
