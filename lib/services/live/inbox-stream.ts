import 'server-only'
import type { Actor } from '@/lib/domain/access/actor'
import { hub } from './hub'
import { watchInbox } from './inboxes'

/** Milliseconds. What follows close upon a change goes with it. */
const together = 300
const beat = 20_000
/** After so long the stream ends and is opened anew, by which the session is looked at again. */
const longest = 5 * 60_000

/** `moved` whenever the count may be another one, and a sign of life between. */
export function inboxStream(actor: Actor, gone: AbortSignal): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  // The process listens from its first use.
  hub()
  let leave = () => {}
  return new ReadableStream(
    {
      start(controller) {
        let waiting: NodeJS.Timeout | undefined
        const say = (name: string) => {
          // Nobody reads: the next change tells everything there is to tell.
          if ((controller.desiredSize ?? 0) > 0)
            controller.enqueue(encoder.encode(`event: ${name}\ndata:\n\n`))
        }
        const unwatch = watchInbox(actor, () => {
          waiting ??= setTimeout(() => {
            waiting = undefined
            say('moved')
          }, together)
        })
        const beating = setInterval(() => say('beat'), beat)
        const ending = setTimeout(() => {
          leave()
          controller.close()
        }, longest)
        leave = () => {
          unwatch()
          clearInterval(beating)
          clearTimeout(ending)
          clearTimeout(waiting)
        }
        gone.addEventListener('abort', () => leave())
        if (gone.aborted) leave()
        else say('hello')
      },
      cancel: () => leave(),
    },
    new CountQueuingStrategy({ highWaterMark: 4 }),
  )
}
