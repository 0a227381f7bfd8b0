import 'server-only'
import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'

/** Counts, from now on, the pages that this process is making for browsers that ask without loading anew. */
export function countPagesAsked(): () => number {
  let underWay = 0
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse }
    if (!request.headers.rsc) return
    underWay += 1
    // Comes however the answer ends.
    response.once('close', () => {
      underWay -= 1
    })
  })
  return () => underWay
}
