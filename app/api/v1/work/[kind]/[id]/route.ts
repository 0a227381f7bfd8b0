import { answer } from '@/lib/services/api/answer'
import { recordForApi } from '@/lib/services/api/work-records'

/** One record and what may be done with it now. */
export const GET = (request: Request, { params }: { params: Promise<{ kind: string; id: string }> }) =>
  answer(request, async (actor) => {
    const { kind, id } = await params
    return { value: await recordForApi(actor, kind, id) }
  })
