import { answer } from '@/lib/services/api/answer'
import { campaignsForApi } from '@/lib/services/api/campaign-answer'

/** The self-audits within the token's reach. */
export const GET = (request: Request) =>
  answer(request, async (actor) => ({ value: await campaignsForApi(actor) }))
