import { answer } from '@/lib/services/api/answer'
import { requestForApi } from '@/lib/services/api/requests'

/** One request with its differences and what may be done with it now. */
export const GET = (request: Request, { params }: { params: Promise<{ id: string }> }) =>
  answer(request, async (actor) => ({ value: await requestForApi(actor, (await params).id) }))
