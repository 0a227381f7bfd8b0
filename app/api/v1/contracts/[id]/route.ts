import { answer } from '@/lib/services/api/answer'
import { readContract } from '@/lib/services/api/read-contract'

/** One contract with what may be done with it now. */
export const GET = (request: Request, { params }: { params: Promise<{ id: string }> }) =>
  answer(request, async (actor) => ({ value: await readContract(actor, (await params).id) }))
