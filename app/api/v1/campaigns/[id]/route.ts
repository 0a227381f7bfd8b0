import { answer } from '@/lib/services/api/answer'
import { campaignForApi } from '@/lib/services/api/campaign-answer'

/** One self-audit and what it comes to. */
export const GET = (request: Request, { params }: { params: Promise<{ id: string }> }) =>
  answer(request, async (actor) => ({ value: await campaignForApi(actor, (await params).id) }))
