import { toWire } from '@/lib/domain/contract/kinds'
import { Problem } from '@/lib/domain/problems'
import { answer } from '@/lib/services/api/answer'
import { readBody } from '@/lib/services/api/body'
import { contractVerbs, isVerbName } from '@/lib/services/api/verbs'

/** An act on a contract: the verb of the page, fed from the body. */
export const POST = (request: Request, { params }: { params: Promise<{ id: string; verb: string }> }) =>
  answer(request, async (actor) => {
    const { id, verb } = await params
    if (!isVerbName(verb)) throw new Problem({ code: 'not-found' })
    return { value: toWire(await contractVerbs[verb].run(actor, { ...(await readBody(request)), id })) }
  })
