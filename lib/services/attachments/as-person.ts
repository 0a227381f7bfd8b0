import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/access/actor'
import { Problem } from '@/lib/domain/problems'
import { currentActor } from '../actor'
import { problemResponse } from '../api/answer'
import { attempt } from '../attempt'

/**
 * A route that the signed-in person's browser calls. What changes something must come from our own pages: the session
 * cookie is not sent across sites, and a browser that says where a request comes from is believed.
 */
export async function asPerson(
  request: Request,
  handle: (actor: Actor) => Promise<Response>,
): Promise<Response> {
  const result = await attempt(async () => {
    const site = request.headers.get('sec-fetch-site')
    const reads = request.method === 'GET' || request.method === 'HEAD'
    if (!reads && site !== null && site !== 'same-origin') throw new Problem({ code: 'forbidden' })
    const actor = await currentActor()
    if (!actor) throw new Problem({ code: 'unauthenticated' })
    return handle(actor)
  })
  return result.ok ? result.value : problemResponse(request, result.problem)
}

/** An identifier out of an address. @throws {Problem} not-found for what can't be one */
export function idOf(part: string): string {
  if (!z.uuid().safeParse(part).success) throw new Problem({ code: 'not-found' })
  return part
}
