import { currentSessionId } from '@/lib/services/actor'
import { inboxStream } from '@/lib/services/live/inbox-stream'
import { readSession } from '@/lib/services/people/sign-in'

/** Says that what waits for somebody may have moved: never what. */
export async function GET(request: Request): Promise<Response> {
  const id = await currentSessionId()
  const session = id === null ? null : await readSession(id, { attended: false })
  // An EventSource that is answered 204 does not try again.
  if (!session || session.mustChange) return new Response(null, { status: 204 })
  return new Response(inboxStream(session.actor, request.signal), {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
      Connection: 'close',
    },
  })
}
