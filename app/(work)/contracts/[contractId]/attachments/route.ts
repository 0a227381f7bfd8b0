import { arrivingFile } from '@/lib/services/attachments/arriving-file'
import { asPerson, idOf } from '@/lib/services/attachments/as-person'
import { upload } from '@/lib/services/attachments/attach'
import { readAttachments } from '@/lib/services/attachments/read'

type Context = { params: Promise<{ contractId: string }> }

/** The files of a contract, as JSON. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { contractId } = await params
  return asPerson(request, async (actor) =>
    Response.json(await readAttachments(actor, { contract: idOf(contractId) }), {
      headers: { 'Cache-Control': 'no-store' },
    }),
  )
}

/** Takes a file: its bytes are the body, its name and kind stand in the headers. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { contractId } = await params
  return asPerson(request, async (actor) => {
    const { paper, parts, announced } = arrivingFile(request)
    const file = await upload(actor, { contract: idOf(contractId), ...paper }, parts, announced)
    return Response.json(file, { status: 201, headers: { 'Cache-Control': 'no-store' } })
  })
}
