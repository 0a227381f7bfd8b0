import { viewSchema, yearSchema } from '@/lib/domain/statistics/query'
import { answer } from '@/lib/services/api/answer'
import { toAnswer } from '@/lib/services/api/statistics-answer'
import { readYear } from '@/lib/services/statistics/read-year'
import { parseInput } from '@/lib/services/verb'

/** Every catalogue table of a year, within the reach of the token's person. */
export const GET = (request: Request, { params }: { params: Promise<{ year: string }> }) =>
  answer(request, async (actor) => {
    const year = parseInput(yearSchema, (await params).year)
    const view = parseInput(viewSchema, Object.fromEntries(new URL(request.url).searchParams))
    return { value: toAnswer(await readYear(actor, year, view)) }
  })
