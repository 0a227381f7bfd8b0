import { toWire } from '@/lib/domain/contract/kinds'
import { Problem } from '@/lib/domain/problems'
import { answer } from '@/lib/services/api/answer'
import { readBody } from '@/lib/services/api/body'
import { isRequestVerb, requestVerbs } from '@/lib/services/api/verbs'

/** A step of a request: the verb of the page, fed from the body. */
export const POST = (request: Request, { params }: { params: Promise<{ id: string; verb: string }> }) =>
  answer(request, async (actor) => {
    const { id, verb } = await params
    if (!isRequestVerb(verb)) throw new Problem({ code: 'not-found' })
    return { value: toWire(await requestVerbs[verb].run(actor, { ...(await readBody(request)), id })) }
  })
