import 'server-only'
import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'

/** Pages that browsers asked for without loading anew. */
export interface PagesAsked {
  /** All that were ever asked. */
  begun: number
  /** Those that are being made now. */
  underWay: number
}

/** Counts, from now on, the pages asked of this process. */
export function countPagesAsked(): () => PagesAsked {
  let begun = 0
  let underWay = 0
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse }
    if (!request.headers.rsc) return
    begun += 1
    underWay += 1
    // Comes however the answer ends.
    response.once('close', () => {
      underWay -= 1
    })
  })
  return () => ({ begun, underWay })
}
