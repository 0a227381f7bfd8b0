import { asPerson, idOf } from '@/lib/services/attachments/as-person'
import { detach } from '@/lib/services/attachments/detach'
import { openAttachment } from '@/lib/services/attachments/read'
import { serve } from '@/lib/services/attachments/serve'

type Context = { params: Promise<{ contractId: string; attachmentId: string }> }

/** Shows a file; `?download` saves it under its name. Next answers HEAD from here too. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { contractId, attachmentId } = await params
  return asPerson(request, async (actor) => {
    const file = await openAttachment(actor, { contract: idOf(contractId), id: idOf(attachmentId) })
    const download = new URL(request.url).searchParams.has('download')
    return serve(file, request, download ? 'attachment' : 'inline')
  })
}

/** Takes a file off a contract that is being edited. */
export async function DELETE(request: Request, { params }: Context): Promise<Response> {
  const { contractId, attachmentId } = await params
  return asPerson(request, async (actor) => {
    await detach(actor, { contract: idOf(contractId), id: idOf(attachmentId) })
    return new Response(null, { status: 204 })
  })
}
