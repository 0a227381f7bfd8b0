import { problemStatus } from '@/lib/domain/problems'
import { action } from '@/lib/services/action'
import { noteRecent } from '@/lib/services/search/note-recent'

/** Takes what was just opened, from our own pages: same-site cookies keep other sites out. */
export async function POST(request: Request): Promise<Response> {
  const result = await action(noteRecent)(await request.json().catch(() => null))
  if (result.ok) return new Response(null, { status: 204 })
  const status = result.problem.code === 'unknown' ? 500 : problemStatus[result.problem.code]
  return Response.json(result.problem, { status })
}
