import { answer } from '@/lib/services/api/answer'
import { readBody } from '@/lib/services/api/body'
import { judgeFindings } from '@/lib/services/campaigns/judge'

/** The verb of the page, fed from the body. */
export const POST = (request: Request, { params }: { params: Promise<{ id: string }> }) =>
  answer(request, async (actor) => ({
    value: await judgeFindings(actor, { ...(await readBody(request)), campaign: (await params).id }),
  }))
