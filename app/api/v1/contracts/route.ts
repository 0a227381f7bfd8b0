import { answer } from '@/lib/services/api/answer'
import { readBody } from '@/lib/services/api/body'
import { listForApi } from '@/lib/services/api/list-answer'
import { create } from '@/lib/services/contracts/create'

/** A page of the contracts within the token's reach, by the same filters as the page's address. */
export const GET = (request: Request) =>
  answer(request, async (actor) => ({
    value: await listForApi(actor, new URL(request.url).searchParams),
  }))

/** Begins a draft of the token's office. */
export const POST = (request: Request) =>
  answer(request, async (actor) => {
    const value = await create(actor, await readBody(request))
    return { value, status: 201, location: `/api/v1/contracts/${value.id}` }
  })
