import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import postgres, { type Sql } from 'postgres'

/** Where the triggers announce (migration 0016): `2026 D08`, `2026 *`, `work D08`. */
const channel = 'jishi'

export interface Ears {
  /** Notices are heard from here on. Said again after each gap: what was announced in it is lost. */
  hearing(): void
  heard(notice: string): void
  /** Notices may be passing unheard. */
  deaf(): void
}

/**
 * Listens on a connection of its own, for as long as the process lives; returns the way to stop.
 *
 * postgres.js listens again by itself when its connection breaks, but says nothing of it and can't see one that is only
 * half open. So a notice of our own goes round every few seconds: listening is what has brought it back. That also holds
 * behind a pooler that takes LISTEN and forgets it.
 */
export function listen(
  url: string,
  ears: Ears,
  { every = 10_000, within = 5_000 }: { every?: number; within?: number } = {},
): () => Promise<void> {
  const stopping = new AbortController()
  const mine = `pulse ${randomUUID()}`
  let hearing = false
  let answered = () => {}
  let sql = open()

  function open(): Sql {
    const opened = postgres(url, {
      max: 1,
      connect_timeout: 5,
      max_lifetime: null,
      fetch_types: false,
      onnotice: () => {},
      // A database that is starting again is asked twice a second at the least.
      backoff: (tries) => Math.min(0.5, 0.05 * 2 ** tries),
      connection: { application_name: 'jishi live' },
    })
    const pulse = () => opened.notify(channel, mine).catch(() => {})
    const afresh = () => {
      hearing = false
      pulse()
    }
    // It fails when nobody answers yet; postgres.js goes on trying.
    opened.listen(channel, hear, afresh).catch(() => {})
    return opened
  }

  function hear(notice: string): void {
    if (notice !== mine) {
      if (!notice.startsWith('pulse ')) ears.heard(notice)
      return
    }
    answered()
    if (hearing) return
    hearing = true
    ears.hearing()
  }

  /** Whether our own notice comes back in time. */
  async function goesRound(): Promise<boolean> {
    const back = new Promise<true>((resolve) => {
      answered = () => resolve(true)
    })
    sql.notify(channel, mine).catch(() => {})
    return Promise.race([back, wait(within, false, { signal: stopping.signal })])
  }

  async function watch(): Promise<void> {
    for (;;) {
      await wait(every, undefined, { signal: stopping.signal })
      if (await goesRound()) continue
      hearing = false
      ears.deaf()
      sql.end({ timeout: 0 }).catch(() => {})
      sql = open()
    }
  }
  const watching = watch().catch((error) => {
    if (!stopping.signal.aborted) throw error
  })

  return async () => {
    stopping.abort()
    await watching
    await sql.end({ timeout: 0 })
  }
}
