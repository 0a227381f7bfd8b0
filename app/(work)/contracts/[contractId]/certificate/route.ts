import { problemStatus } from '@/lib/domain/problems'
import { currentActor } from '@/lib/services/actor'
import { fileResponse, problemResponse } from '@/lib/services/api/answer'
import { attempt } from '@/lib/services/attempt'
import { printCertificate } from '@/lib/services/certificates/print'

/** The certificate of a registered contract: `?language=en` its translation. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ contractId: string }> },
): Promise<Response> {
  const actor = await currentActor()
  if (!actor) return new Response(null, { status: problemStatus.unauthenticated })
  const { contractId: id } = await params
  const { language } = Object.fromEntries(new URL(request.url).searchParams)
  const result = await attempt(() => printCertificate(actor, { id, ...(language && { language }) }))
  return result.ok ? fileResponse(result.value) : problemResponse(request, result.problem)
}
