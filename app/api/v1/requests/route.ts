import { answer } from '@/lib/services/api/answer'
import { requestsForApi } from '@/lib/services/api/requests'

/** A page of the requests within the token's reach. */
export const GET = (request: Request) =>
  answer(request, async (actor) => ({
    value: await requestsForApi(actor, new URL(request.url).searchParams),
  }))
