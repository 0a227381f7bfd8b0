import { answer } from '@/lib/services/api/answer'
import { findingsForApi } from '@/lib/services/api/campaign-answer'

/** A page of its findings, narrowed as on the page. */
export const GET = (request: Request, { params }: { params: Promise<{ id: string }> }) =>
  answer(request, async (actor) => ({
    value: await findingsForApi(actor, (await params).id, new URL(request.url).searchParams),
  }))
