import { bridgeSchema, yearSchema } from '@/lib/domain/statistics/query'
import { answer } from '@/lib/services/api/answer'
import { toBridgeAnswer } from '@/lib/services/api/bridge-answer'
import { refused } from '@/lib/services/refuse'
import { readBridge } from '@/lib/services/statistics/read-bridge'
import { parseInput } from '@/lib/services/verb'

/** What moved the figures of a year between two moments, within the reach of the token's person. */
export const GET = (request: Request, { params }: { params: Promise<{ year: string }> }) =>
  answer(request, async (actor) => {
    const year = parseInput(yearSchema, (await params).year)
    const search = Object.fromEntries(new URL(request.url).searchParams)
    const { unit, from, edition, to = null, cause, before } = parseInput(bridgeSchema, search)
    const start = edition ?? from
    if (start === undefined) throw refused('from', 'required')
    const lines = cause && { cause, before }
    return { value: toBridgeAnswer(await readBridge(actor, { year, unit, from: start, to, lines })) }
  })
