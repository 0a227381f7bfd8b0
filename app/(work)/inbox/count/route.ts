import { currentSessionId } from '@/lib/services/actor'
import { countInbox } from '@/lib/services/notices/inbox'
import { readSession } from '@/lib/services/people/sign-in'

/** How much waits for whoever is signed in. Pages ask by themselves: being asked is no use of the session. */
export async function GET(): Promise<Response> {
  const id = await currentSessionId()
  const session = id === null ? null : await readSession(id, { attended: false })
  if (!session || session.mustChange) return new Response(null, { status: 401 })
  return Response.json(
    { count: await countInbox(session.actor) },
    { headers: { 'Cache-Control': 'no-store' } },
  )
}
