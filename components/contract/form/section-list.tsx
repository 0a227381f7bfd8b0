'use client'

import { useLocale, useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/classes'
import { Icon } from '@/components/ui/icon'
import { KeyHint } from '@/components/ui/key-hint'
import { pathWords } from '@/lib/domain/contract/path-words'
import { say } from '@/lib/domain/words'
import type { PlaceName } from './contract-form'
import { jumpTo } from './jump'
import type { OpenPoint } from './open-points'

interface SectionListProps {
  places: readonly { name: PlaceName; label: string }[]
  open: readonly OpenPoint[]
  status: ReactNode
  pending: boolean
  onCheck: () => void
}

/** What the form consists of and what is still open in it; each point leads to its field. A bar on a phone. */
export function SectionList(props: SectionListProps) {
  return (
    <>
      <Side {...props} />
      <Bar {...props} />
    </>
  )
}

function Side({ places, open, status, pending, onCheck }: SectionListProps) {
  const t = useTranslations('entry')
  const current = useCurrentPlace(places)
  return (
    <aside
      aria-label={t('progress')}
      className="sticky top-[calc(var(--spacing-bar)+1.5rem)] hidden max-h-[calc(100dvh-var(--spacing-bar)-3rem)] flex-col gap-4 lg:flex"
    >
      <div className="flex min-h-0 flex-col rounded-lg border border-line bg-sheet">
        <div className="border-b border-line px-4 py-3 text-sm">{status}</div>
        <nav aria-label={t('sections')} className="min-h-0 overflow-y-auto py-2">
          <ol>
            {places.map(({ name, label }) => {
              const points = open.filter(({ place }) => place === name)
              return (
                <li key={name}>
                  <a
                    aria-current={current === name ? 'true' : undefined}
                    className={cx(
                      'flex items-center justify-between gap-3 border-l-2 px-4 py-1.5 -outline-offset-2 hover:bg-hover',
                      current === name ? 'border-jade font-semibold' : 'border-transparent',
                    )}
                    href={`#section-${name}`}
                  >
                    {label}
                    <Count open={points.length} />
                  </a>
                  {current === name && points.length > 0 && <Points points={points} />}
                </li>
              )
            })}
          </ol>
        </nav>
        <div className="grid gap-2 border-t border-line p-4">
          <p aria-live="polite" className="text-sm text-soft">
            {t('openCount', { count: open.length })}
          </p>
          <Button kind="primary" onClick={onCheck} pending={pending}>
            {t('toCheck')}
          </Button>
          <p className="flex items-center gap-1.5 text-sm text-faint">
            <KeyHint keys={['Alt', 'Enter']} /> {t('keyNext')}
          </p>
          <p className="flex items-center gap-1.5 text-sm text-faint">
            <KeyHint keys={['Ctrl', 'Enter']} /> {t('keyCheck')}
          </p>
        </div>
      </div>
    </aside>
  )
}

function Count({ open }: { open: number }) {
  const t = useTranslations('entry')
  if (open === 0) {
    return (
      <span className="text-jade">
        <Icon name="check" />
        <span className="sr-only">{t('sectionDone')}</span>
      </span>
    )
  }
  return (
    <span className="text-sm font-normal text-faint">
      {open}
      <span className="sr-only"> {t('openHere')}</span>
    </span>
  )
}

function Points({ points }: { points: readonly OpenPoint[] }) {
  const locale = useLocale()
  const t = useTranslations('entry')
  return (
    <ul className="pb-1.5">
      {points.map(({ path, rule, message, missing, severity }) => (
        <li key={path + rule + message.zh}>
          <button
            className="flex w-full items-baseline gap-2 py-1 pr-4 pl-6 text-left text-sm text-soft -outline-offset-2 hover:bg-hover hover:text-ink"
            onClick={() => jumpTo(path)}
            type="button"
          >
            <span
              aria-hidden="true"
              className={cx(
                'size-1.5 shrink-0 -translate-y-px rounded-full border',
                missing
                  ? 'border-edge'
                  : severity === 'error'
                    ? 'border-cinnabar bg-cinnabar'
                    : 'border-poplar bg-poplar',
              )}
            />
            <span>
              {say(pathWords(path), locale)}
              {!missing && (
                <span className={severity === 'error' ? 'text-cinnabar' : 'text-poplar-ink'}>
                  {' '}
                  {t(severity === 'error' ? 'pointWrong' : 'pointExplain')}
                </span>
              )}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}

function Bar({ open, status, pending, onCheck }: SectionListProps) {
  const t = useTranslations('entry')
  const next = open[0]
  return (
    <div className="sticky bottom-16 z-10 -mx-4 flex items-center gap-3 border-y border-line bg-raised px-4 py-2 shadow-raised sm:bottom-4 sm:mx-0 sm:rounded-lg sm:border lg:hidden">
      <div className="min-w-0 flex-1 text-sm">
        {status}
        {next ? (
          <button
            className="block max-w-full truncate text-left text-jade underline underline-offset-3"
            onClick={() => jumpTo(next.path)}
            type="button"
          >
            {t('openNext', { count: open.length })}
          </button>
        ) : (
          <span className="text-soft">{t('openCount', { count: 0 })}</span>
        )}
      </div>
      <Button kind="primary" onClick={onCheck} pending={pending} size="small">
        {t('toCheckShort')}
      </Button>
    </div>
  )
}

/** The section whose head was last passed while scrolling. */
function useCurrentPlace(places: SectionListProps['places']): PlaceName | undefined {
  const [current, setCurrent] = useState<PlaceName | undefined>(places[0]?.name)
  useEffect(() => {
    const look = () => {
      const line = window.innerHeight * 0.35
      const passed = places.filter(({ name }) => {
        const top = document.getElementById(`section-${name}`)?.getBoundingClientRect().top
        return top !== undefined && top <= line
      })
      setCurrent(passed.at(-1)?.name ?? places[0]?.name)
    }
    look()
    window.addEventListener('scroll', look, { passive: true })
    return () => window.removeEventListener('scroll', look)
  }, [places])
  return current
}
