import { answer } from '@/lib/services/api/answer'
import { readBody } from '@/lib/services/api/body'
import { create } from '@/lib/services/contracts/create'

/** Begins a draft of the token's office. */
export const POST = (request: Request) =>
  answer(request, async (actor) => {
    const value = await create(actor, await readBody(request))
    return { value, status: 201, location: `/api/v1/contracts/${value.id}` }
  })
