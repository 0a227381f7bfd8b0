import { arrivingFile } from '@/lib/services/attachments/arriving-file'
import { asPerson } from '@/lib/services/attachments/as-person'
import { beginReconciliation } from '@/lib/services/reconcile/begin'

/** Takes the national system's file of a `period`: its bytes are the body, its name stands in a header. */
export async function POST(request: Request): Promise<Response> {
  return asPerson(request, async (actor) => {
    const { paper, parts, announced } = arrivingFile(request)
    const period = new URL(request.url).searchParams.get('period') ?? ''
    const begun = await beginReconciliation(actor, { fileName: paper.fileName, period }, parts, announced)
    return Response.json(begun, { status: 201, headers: { 'Cache-Control': 'no-store' } })
  })
}
