'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/classes'

const SMALLEST = 25
const LARGEST = 400
const STEP = 25

/** A picture to be read closely: larger, smaller, turned. A scan is often photographed lying on its side. */
export function PictureView({ address, name }: { address: string; name: string }) {
  const t = useTranslations('attachments')
  const [zoom, setZoom] = useState(100)
  const [turns, setTurns] = useState(0)
  const [shape, setShape] = useState<{ width: number; height: number } | null>(null)
  const [broken, setBroken] = useState(false)
  const step = (by: number) => setZoom((now) => Math.min(LARGEST, Math.max(SMALLEST, now + by)))
  if (broken)
    return <p className="grid h-full place-content-center bg-sunken px-6 text-soft">{t('broken')}</p>
  const lies = turns % 2 === 1
  return (
    <div className="flex h-full flex-col">
      <div className="flex flex-wrap items-center gap-1 border-b border-line px-3 py-1.5">
        <Button
          aria-label={t('zoomOut')}
          disabled={zoom <= SMALLEST}
          icon="dash"
          kind="quiet"
          onClick={() => step(-STEP)}
          size="small"
        >
          {null}
        </Button>
        <output className="w-12 text-center text-sm text-soft">{t('zoom', { percent: zoom })}</output>
        <Button
          aria-label={t('zoomIn')}
          disabled={zoom >= LARGEST}
          icon="plus"
          kind="quiet"
          onClick={() => step(STEP)}
          size="small"
        >
          {null}
        </Button>
        <Button kind="quiet" onClick={() => setZoom(100)} size="small">
          {t('fit')}
        </Button>
        <Button kind="quiet" onClick={() => setTurns((now) => now + 1)} size="small">
          {t('turn')}
        </Button>
      </div>
      <section
        aria-label={t('page', { name })}
        className="min-h-0 flex-1 overflow-auto bg-sunken"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled area must be reachable by keyboard.
        tabIndex={0}
      >
        <div
          className="relative mx-auto"
          style={{
            width: `${zoom}%`,
            aspectRatio: shape ? (lies ? shape.height / shape.width : shape.width / shape.height) : undefined,
          }}
        >
          {/* biome-ignore lint/performance/noImgElement: a scan behind permission, not to be cached or resized by the server. */}
          <img
            alt={name}
            className={cx('absolute top-1/2 left-1/2 max-w-none', !shape && 'opacity-0')}
            onError={() => setBroken(true)}
            onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
              setShape({ width: naturalWidth, height: naturalHeight })
            }
            src={address}
            style={{
              width: lies && shape ? `${(shape.width / shape.height) * 100}%` : '100%',
              transform: `translate(-50%, -50%) rotate(${turns * 90}deg)`,
            }}
          />
        </div>
      </section>
    </div>
  )
}
