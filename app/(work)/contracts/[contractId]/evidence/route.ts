import { arrivingFile } from '@/lib/services/attachments/arriving-file'
import { asPerson, idOf } from '@/lib/services/attachments/as-person'
import { sendEvidence } from '@/lib/services/requests/evidence'

type Context = { params: Promise<{ contractId: string }> }

/** Takes a paper for a request that is about to be made: its bytes are the body, its name stands in a header. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { contractId } = await params
  return asPerson(request, async (actor) => {
    const { paper, parts, announced } = arrivingFile(request)
    const given = { contract: idOf(contractId), fileName: paper.fileName }
    const file = await sendEvidence(actor, given, parts, announced)
    return Response.json(file, { status: 201, headers: { 'Cache-Control': 'no-store' } })
  })
}
