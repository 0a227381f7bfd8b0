import { problemStatus } from '@/lib/domain/problems'
import { currentActor } from '@/lib/services/actor'
import { fileResponse, problemResponse } from '@/lib/services/api/answer'
import { attempt } from '@/lib/services/attempt'
import { printChosen } from '@/lib/services/certificates/print-chosen'

/** Certificates of all registered contracts of a list's address, or with `kind=list` one list of them. */
export async function GET(request: Request): Promise<Response> {
  const actor = await currentActor()
  if (!actor) return new Response(null, { status: problemStatus.unauthenticated })
  const params = new URL(request.url).searchParams
  const kind = params.get('kind') === 'list' ? 'list' : 'papers'
  const result = await attempt(() => printChosen(actor, kind, params))
  return result.ok ? fileResponse(result.value) : problemResponse(request, result.problem)
}
