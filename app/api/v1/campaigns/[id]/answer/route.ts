import { answer } from '@/lib/services/api/answer'
import { readBody } from '@/lib/services/api/body'
import { answerFindings } from '@/lib/services/campaigns/answer'

/** The verb of the page, fed from the body. */
export const POST = (request: Request, { params }: { params: Promise<{ id: string }> }) =>
  answer(request, async (actor) => ({
    value: await answerFindings(actor, { ...(await readBody(request)), campaign: (await params).id }),
  }))
