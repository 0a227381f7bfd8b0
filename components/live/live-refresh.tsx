'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { cx } from '@/components/ui/classes'
import type { Shown } from '@/lib/domain/live'
import { officeClock } from '@/lib/i18n/dates'
import { useRefresh } from './use-refresh'
import { type Connection, useStream } from './use-stream'

/** A wall screen asks at least this often, in milliseconds: what it shows of today ends at midnight, and its session by idling. */
const AT_LEAST = 10 * 60_000

/**
 * Keeps the page up to date and says so: what moved is announced, the server renders again under the viewer's own rights.
 * Stands once on a page, beside its headline; give it a `key` where year or unit can change without another page.
 */
export function LiveRefresh({
  year,
  units,
  work,
  position,
  readAt,
  unattended = false,
}: Shown & {
  /** How far the server had heard before it read the figures (`livePosition`). */
  position: string
  readAt: Date
  unattended?: boolean
}) {
  const t = useTranslations('live')
  const [said, setSaid] = useState<'lost' | 'back' | 'updated' | null>(null)
  const connection = useStream({ year, units, work }, position, {
    changed: () => refresh.ask(),
    missed: () => refresh.ask(),
    refused: () => refresh.leave(),
  })
  const live = connection === 'live'
  const refresh = useRefresh({ live, unattended, changed: () => setSaid('updated') })

  useEffect(() => {
    if (connection === 'lost') setSaid('lost')
    if (connection === 'live') setSaid((before) => (before === 'lost' ? 'back' : before))
  }, [connection])

  const ask = useRef(refresh.ask)
  ask.current = refresh.ask
  useEffect(() => {
    if (!unattended || !live) return
    const timer = setInterval(() => ask.current(), AT_LEAST)
    return () => clearInterval(timer)
  }, [unattended, live])

  return (
    <div className="text-sm print:hidden">
      <p className={cx('flex items-center gap-2', connection === 'lost' ? 'text-poplar-ink' : 'text-soft')}>
        <span aria-hidden="true" className={cx('size-2 shrink-0', marks[connection])} />
        {t(`${connection}At`, { time: officeClock(readAt) })}
      </p>
      <p className="sr-only" role="status">
        {said && t(said)}
      </p>
    </div>
  )
}

/** Each state has a shape of its own, so that it is told apart without colour. */
const marks: Record<Connection, string> = {
  joining: 'rounded-full border border-current',
  live: 'rounded-full bg-jade',
  lost: 'rotate-45 bg-poplar',
}
