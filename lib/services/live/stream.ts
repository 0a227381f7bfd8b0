import 'server-only'
import { type Signal, signalText } from '@/lib/domain/live'
import { type LiveReach, liveReach } from '@/lib/domain/live-reach'
import { readSession } from '../people/sign-in'
import { type Hub, hub, type Standing } from './hub'

const beat = 20_000
/** The session is looked at with every third beat: once a minute. */
const beatsToCheck = 3
/** So many beats for which there was no room mean that nobody reads any more. */
const beatsUnread = 3
/** Signals that wait for the network; what comes then is gathered. */
const room = 4

/** How far whoever holds the session may be told now. Being asked is no use of the session. */
export async function reachOfSession(id: string): Promise<LiveReach | 'ended' | 'forbidden'> {
  const session = await readSession(id, { attended: false })
  if (!session || session.mustChange) return 'ended'
  return liveReach(session.actor) ?? 'forbidden'
}

/**
 * What an open page is told, for as long as its session reaches as far as it does now: a sign-out, a disabled account, another
 * role or unit end it within a minute.
 */
export function liveStream(
  page: Standing & { session: string; gone: AbortSignal },
  house: Hub = hub(),
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let resume = () => {}
  let leave = () => {}

  function start(controller: ReadableStreamDefaultController<Uint8Array>): void {
    const ready = () => (controller.desiredSize ?? 0) > 0
    const tell = (signal: Signal) => controller.enqueue(encoder.encode(signalText(signal)))
    let here = true
    let beats = 0
    let unread = 0
    const beating = setInterval(() => {
      beats += 1
      unread = ready() ? 0 : unread + 1
      if (unread === beatsUnread) return abandon()
      if (unread === 0) tell({ name: 'beat' })
      if (beats % beatsToCheck === 0) endUnlessSame()
    }, beat)

    function end(): void {
      if (!here) return
      leave()
      controller.close()
    }

    /** Breaks the connection; an AbortError is how Next does it too, without complaint. */
    function abandon(): void {
      leave()
      controller.error(new DOMException('Nobody reads', 'AbortError'))
    }

    async function endUnlessSame(): Promise<void> {
      // A database that does not answer now says nothing about the session.
      const reach = await reachOfSession(page.session).catch(() => page.reach)
      const same =
        typeof reach === 'object' && reach.unit === page.reach.unit && reach.work === page.reach.work
      if (!same) end()
    }

    const place = house.join(page, { ready, tell, end })
    resume = place.resume
    leave = () => {
      here = false
      clearInterval(beating)
      place.leave()
    }
    // A response that ended before it was read from is never cancelled.
    page.gone.addEventListener('abort', () => leave())
    if (page.gone.aborted) leave()
  }

  return new ReadableStream(
    { start, pull: () => resume(), cancel: () => leave() },
    new CountQueuingStrategy({ highWaterMark: room }),
  )
}
