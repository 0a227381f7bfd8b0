'use client'

import { useEffect, useRef, useState } from 'react'
import { readSignal, type Shown, type Signal } from '@/lib/domain/live'
import { routes } from '@/lib/routes'

export type Connection = 'joining' | 'live' | 'lost'

/** The server beats every 20 seconds; two beats missed mean that nobody is there. */
const SILENCE = 45_000
const longestPause = 30_000

interface News {
  /** Something that the page shows has moved. */
  changed(): void
  /** Something was, or may have been, announced while nobody listened. */
  missed(): void
  /** The session ended, or no longer reaches as far. */
  refused(): void
}

/**
 * Keeps the stream of what moved open while the page is in view: a page nobody can see asks for nothing, and a browser has
 * few connections to give. After a gap it compares positions and tells what was missed.
 * @param position how far the server had heard when the page was made
 */
export function useStream({ year, units, work }: Shown, position: string, news: News): Connection {
  const [connection, setConnection] = useState<Connection>('joining')
  const latest = useRef(news)
  latest.current = news
  const known = useRef(position)

  useEffect(() => {
    let source: EventSource | undefined
    let retry = 0
    let watch = 0
    let tries = 0

    function close(): void {
      clearTimeout(retry)
      clearTimeout(watch)
      source?.close()
    }

    function open(): void {
      close()
      if (document.visibilityState === 'hidden') return
      const opened = new EventSource(routes.live({ at: known.current, year, units, work: work ? '1' : null }))
      source = opened
      for (const name of ['hello', 'change', 'deaf', 'beat'] as const) {
        opened.addEventListener(name, ({ data }) => hear(readSignal(name, data)))
      }
      opened.onerror = () => lose(opened.readyState === EventSource.CLOSED)
      listenFor(SILENCE)
    }

    function listenFor(milliseconds: number): void {
      clearTimeout(watch)
      watch = window.setTimeout(() => lose(false), milliseconds)
    }

    function hear(signal: Signal): void {
      listenFor(SILENCE)
      if (signal.name === 'deaf') setConnection('lost')
      if (signal.name === 'hello') {
        tries = 0
        setConnection('live')
        if (signal.position !== known.current) latest.current.missed()
        known.current = signal.position
      }
      if (signal.name === 'change') {
        known.current = signal.position
        latest.current.changed()
      }
    }

    function lose(answered: boolean): void {
      close()
      setConnection('lost')
      tries += 1
      // Spread, because a server that comes back is asked by everybody.
      const pause = Math.min(longestPause, 500 * 2 ** tries) * (0.5 + Math.random() / 2)
      retry = window.setTimeout(open, pause)
      if (answered) askWhy()
    }

    /** An EventSource does not tell why it was refused. */
    async function askWhy(): Promise<void> {
      const answer = await fetch(routes.live(), { method: 'HEAD' }).catch(() => null)
      if (answer?.status === 401 || answer?.status === 403) latest.current.refused()
    }

    function offline(): void {
      close()
      setConnection('lost')
    }

    open()
    document.addEventListener('visibilitychange', open)
    window.addEventListener('online', open)
    window.addEventListener('offline', offline)
    return () => {
      close()
      document.removeEventListener('visibilitychange', open)
      window.removeEventListener('online', open)
      window.removeEventListener('offline', offline)
    }
  }, [year, units, work])

  return connection
}
