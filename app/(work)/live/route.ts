import { z } from 'zod'
import type { LiveReach } from '@/lib/domain/live-reach'
import { yearSchema } from '@/lib/domain/statistics/query'
import { currentSessionId } from '@/lib/services/actor'
import { liveStream, reachOfSession } from '@/lib/services/live/stream'

/** What can't be read is as if it were not there: the page is then told of more than it shows. */
const querySchema = z
  .object({
    at: z.string().optional(),
    year: yearSchema.optional().catch(undefined),
    units: z.string().optional(),
    work: z.literal('1').optional().catch(undefined),
  })
  .transform(({ at, year, units, work }) => ({
    at,
    shown: units ? { year: year ?? null, units, work: work === '1' } : null,
  }))

const headers = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  // Compression would hold signals back until a block is full.
  'Cache-Control': 'no-store, no-transform',
  'X-Accel-Buffering': 'no',
  // Nothing is asked on the same connection after it, so that a server that stops need not wait.
  Connection: 'close',
}

/** Says which years and units moved, to an open page made at `at`: of what the page shows, or of all within its reach. */
export async function GET(request: Request): Promise<Response> {
  const asked = await signedIn()
  if (asked instanceof Response) return asked
  const query = Object.fromEntries(new URL(request.url).searchParams)
  const { at = null, shown } = querySchema.parse(query)
  return new Response(liveStream({ ...asked, position: at, shown, gone: request.signal }), { headers })
}

/** Whether the stream would open: a browser's EventSource does not tell why it was refused. */
export async function HEAD(): Promise<Response> {
  const asked = await signedIn()
  return asked instanceof Response ? asked : new Response(null, { headers })
}

async function signedIn(): Promise<Response | { session: string; reach: LiveReach }> {
  const session = await currentSessionId()
  const reach = session === null ? 'ended' : await reachOfSession(session)
  if (session === null || reach === 'ended') return new Response(null, { status: 401 })
  if (reach === 'forbidden') return new Response(null, { status: 403 })
  return { session, reach }
}
