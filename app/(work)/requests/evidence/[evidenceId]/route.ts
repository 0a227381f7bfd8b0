import { asPerson, idOf } from '@/lib/services/attachments/as-person'
import { serve } from '@/lib/services/attachments/serve'
import { openEvidence, removeEvidence } from '@/lib/services/requests/evidence'

type Context = { params: Promise<{ evidenceId: string }> }

/** Shows a paper; `?download` saves it under its name. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { evidenceId } = await params
  return asPerson(request, async (actor) => {
    const file = await openEvidence(actor, { id: idOf(evidenceId) })
    const download = new URL(request.url).searchParams.has('download')
    return serve(file, request, download ? 'attachment' : 'inline')
  })
}

/** Takes a paper off that no request has been made with yet. */
export async function DELETE(request: Request, { params }: Context): Promise<Response> {
  const { evidenceId } = await params
  return asPerson(request, async (actor) => {
    await removeEvidence(actor, { id: idOf(evidenceId) })
    return new Response(null, { status: 204 })
  })
}
