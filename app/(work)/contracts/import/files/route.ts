import { arrivingFile } from '@/lib/services/attachments/arriving-file'
import { asPerson } from '@/lib/services/attachments/as-person'
import { beginImport } from '@/lib/services/import/begin'

/** Takes a file: its bytes are the body, its name stands in a header. */
export async function POST(request: Request): Promise<Response> {
  return asPerson(request, async (actor) => {
    const { paper, parts, announced } = arrivingFile(request)
    const begun = await beginImport(actor, { fileName: paper.fileName }, parts, announced)
    return Response.json(begun, { status: 201, headers: { 'Cache-Control': 'no-store' } })
  })
}
